// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.read;

import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.Clause;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `policy.yaml` as read: header, clauses, condition tree, amount rule.
public record PolicyFile(PolicyHeader header, List<Clause> clauses, Condition conditions, AmountRule amount) {

    public static final String NAME = "policy.yaml";

    /// Reads the file; what is wrong goes to the problems, and then the result must not be used.
    public static Optional<PolicyFile> read(String text, Problems problems) {
        return new YamlFile(NAME, problems).read(text).map(PolicyFile::read);
    }

    private static PolicyFile read(YamlEntry root) {
        root.allowOnly(
                "id",
                "version",
                "status",
                "title",
                "benefit",
                "benefit_kind",
                "issuer",
                "document",
                "period",
                "mode",
                "payment",
                "contact",
                "assumptions",
                "excludes",
                "together",
                "superseded_by",
                "kept_for",
                "title_fact",
                "grant",
                "process",
                "clauses",
                "conditions",
                "amount");
        var clauses = HeaderReader.clauses(root);
        var file = new PolicyFile(
                HeaderReader.read(root),
                clauses,
                new ConditionReader().read(root.get("conditions")),
                amount(root.get("amount")));
        checkClauses(root, file);
        return file;
    }

    private static AmountRule amount(YamlEntry entry) {
        entry.allowOnly("kind", "steps", "assumption");
        var kind = entry.get("kind").choice(AmountRule.Kind.class);
        var steps = entry.find("steps")
                .map(list -> list.items().stream().map(PolicyFile::step).toList())
                .orElse(List.of());
        var isComputed = kind == AmountRule.Kind.EXACT || kind == AmountRule.Kind.CEILING;
        var results = steps.stream()
                .filter(step -> step.role() == AmountRule.Role.AMOUNT)
                .count();
        if (isComputed ? results != 1 : !steps.isEmpty()) {
            var what = isComputed ? "a computed amount needs exactly one step AMOUNT" : kind + " takes no steps";
            entry.problem(ProblemCode.VALUE_WRONG, what, "correct kind or steps");
        }
        return new AmountRule(
                kind, steps, entry.find("assumption").map(YamlEntry::localText).orElse(null));
    }

    private static AmountRule.Step step(YamlEntry entry) {
        entry.allowOnly("decision", "role", "label", "unit", "clause");
        return new AmountRule.Step(
                entry.get("decision").text(),
                entry.get("role").choice(AmountRule.Role.class),
                entry.get("label").localText(),
                entry.get("unit").choice(AmountRule.Unit.class),
                entry.get("clause").text());
    }

    private static void checkClauses(YamlEntry root, PolicyFile file) {
        Set<String> known = new HashSet<>();
        for (var clause : file.clauses) {
            if (!known.add(clause.id())) {
                root.problem(ProblemCode.VALUE_WRONG, "clause '" + clause.id() + "' stands twice", "number them apart");
            }
        }
        file.conditions
                .leaves()
                .forEach(leaf -> checkCited(root, known, leaf.clause(), "condition '" + leaf.id() + "'"));
        file.amount.steps().forEach(step -> checkCited(root, known, step.clause(), "step '" + step.decision() + "'"));
        file.header
                .excludes()
                .forEach(other -> checkCited(root, known, other.clause(), "exclusion of '" + other.policy() + "'"));
        checkTogether(root, known, file.header);
    }

    private static void checkTogether(YamlEntry root, Set<String> known, PolicyHeader header) {
        var together = header.together();
        Optional.ofNullable(header.keptFor()).ifPresent(kept -> checkCited(root, known, kept.clause(), "kept_for"));
        together.takeHigher().forEach(group -> checkCited(root, known, group.clause(), "group " + group.name()));
        together.caps().forEach(cap -> checkCited(root, known, cap.clause(), "cap " + cap.name()));
        together.paidFrom().ifPresent(pool -> checkCited(root, known, pool.clause(), "pool " + pool.name()));
    }

    private static void checkCited(YamlEntry root, Set<String> known, String clause, String who) {
        if (!known.contains(clause)) {
            var what = who + " cites clause '" + clause + "', which is not under 'clauses'";
            root.problem(ProblemCode.REFERENCE_UNKNOWN, what, "add the clause or correct the citation");
        }
    }
}
