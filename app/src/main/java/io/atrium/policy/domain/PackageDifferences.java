// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.Clause;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.LocalText;
import io.atrium.engine.decision.policy.PolicyHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What one version of a policy says otherwise than another (版本差异): in its own terms first, then file by file.
public final class PackageDifferences {

    private static final int LINES_MAX = 200;

    private PackageDifferences() {}

    /// @param name a key of the header, or the id of a condition, decision, step or clause
    public record Difference(Kind kind, String name, Optional<String> before, Optional<String> after) {}

    public enum Kind {
        HEADER,
        CONDITION,
        DECISION,
        AMOUNT,
        CLAUSE
    }

    /// The part of a file between its first and its last changed line.
    public record FileChange(String file, int line, List<String> before, List<String> after) {}

    public static List<Difference> between(CompiledPolicy before, CompiledPolicy after) {
        var found = new ArrayList<Difference>();
        compare(
                Kind.HEADER,
                header(before.policy().header()),
                header(after.policy().header()),
                found);
        compare(Kind.CONDITION, conditions(before), conditions(after), found);
        compare(Kind.DECISION, decisions(before), decisions(after), found);
        compare(
                Kind.AMOUNT,
                amount(before.policy().amount()),
                amount(after.policy().amount()),
                found);
        compare(Kind.CLAUSE, clauses(before), clauses(after), found);
        return List.copyOf(found);
    }

    public static List<FileChange> between(PackageText before, PackageText after) {
        var changes = new ArrayList<FileChange>();
        compare("policy.yaml", before.policy(), after.policy(), changes);
        compare("model.dmn", before.model(), after.model(), changes);
        compare("examples.yaml", before.examples(), after.examples(), changes);
        compare("source.md", before.source(), after.source(), changes);
        return List.copyOf(changes);
    }

    private static void compare(
            Kind kind, Map<String, String> before, Map<String, String> after, List<Difference> found) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .forEach(name -> found.add(new Difference(
                        kind, name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name)))));
    }

    private static Map<String, String> header(PolicyHeader header) {
        var map = new LinkedHashMap<String, String>();
        map.put("version", header.version());
        map.put("status", header.status().name());
        map.put("title", text(header.title()));
        map.put("benefit", text(header.benefit()));
        map.put("issuer", text(header.issuer()));
        map.put(
                "document",
                text(header.document().name()) + " " + header.document().number());
        map.put("period", header.period().from() + " – " + header.period().to());
        map.put("mode", header.mode().name());
        map.put("payment", header.payment().name());
        map.put("grant", String.valueOf(header.grant()));
        map.put("process", String.valueOf(header.before()));
        return map;
    }

    private static Map<String, String> conditions(CompiledPolicy policy) {
        var map = new LinkedHashMap<String, String>();
        policy.policy().conditions().leaves().forEach(leaf -> map.put(leaf.id(), condition(leaf)));
        return map;
    }

    private static String condition(Condition.Leaf leaf) {
        return text(leaf.label()) + " (" + leaf.clause() + ")" + (leaf.review() ? " review" : "");
    }

    /// A table is told by its file alone.
    private static Map<String, String> decisions(CompiledPolicy policy) {
        var map = new LinkedHashMap<String, String>();
        policy.model()
                .outline()
                .decisions()
                .forEach((name, decision) -> map.put(name, String.valueOf(decision.expression())));
        return map;
    }

    private static Map<String, String> amount(AmountRule rule) {
        var map = new LinkedHashMap<String, String>();
        map.put("kind", rule.kind().name());
        rule.steps().forEach(step -> map.put(step.decision(), step.role() + " " + text(step.label())));
        return map;
    }

    private static Map<String, String> clauses(CompiledPolicy policy) {
        var map = new LinkedHashMap<String, String>();
        for (Clause clause : policy.policy().clauses()) {
            map.put(clause.id(), text(clause.heading()) + "\n" + clause.text());
        }
        return map;
    }

    private static String text(LocalText text) {
        return text.zh() + " / " + text.en();
    }

    private static void compare(String file, String before, String after, List<FileChange> changes) {
        if (before.equals(after)) {
            return;
        }
        var old = before.lines().toList();
        var now = after.lines().toList();
        int shorter = Math.min(old.size(), now.size());
        int first = 0;
        while (first < shorter && old.get(first).equals(now.get(first))) {
            first++;
        }
        int last = 0;
        while (last < shorter - first && old.get(old.size() - 1 - last).equals(now.get(now.size() - 1 - last))) {
            last++;
        }
        changes.add(new FileChange(file, first + 1, part(old, first, last), part(now, first, last)));
    }

    private static List<String> part(List<String> lines, int first, int last) {
        return lines.subList(first, lines.size() - last).stream()
                .limit(LINES_MAX)
                .toList();
    }
}
