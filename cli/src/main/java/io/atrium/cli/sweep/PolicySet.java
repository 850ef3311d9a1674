// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.sweep;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.column.Thresholds;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The policies of a folder, one version of each (政策集): the one in force on the day, else the last by name.
record PolicySet(List<PackageText> texts, List<CompiledPolicy> policies) {

    static PolicySet read(Path root, LocalDate day) throws CommandFailed {
        if (!Files.isDirectory(root)) {
            throw new CommandFailed(
                    ExitStatus.NOT_FOUND, "POLICY_NOT_FOUND", "Nothing to read at " + root + ".", "Give another path.");
        }
        var chosen = new LinkedHashMap<String, PackageText>();
        var compiled = new LinkedHashMap<String, CompiledPolicy>();
        for (var folder : PolicyPackages.list(root)) {
            var text = PackageText.read(folder, new Problems()).orElse(null);
            var policy = ready(folder.toString(), PolicyPackages.read(folder));
            var id = policy.policy().header().id();
            var before = compiled.get(id);
            if (text != null && (before == null || isBetter(policy, before, day))) {
                chosen.put(id, text);
                compiled.put(id, policy);
            }
        }
        if (chosen.isEmpty()) {
            throw new CommandFailed(
                    ExitStatus.NOT_FOUND, "POLICY_NOT_FOUND", "No package below " + root + ".", "Give another path.");
        }
        return new PolicySet(List.copyOf(chosen.values()), List.copyOf(compiled.values()));
    }

    /// The same set with figures moved; a figure that no policy has is refused.
    PolicySet moved(Map<String, String> figures) throws CommandFailed {
        var texts = new ArrayList<>(this.texts);
        for (var figure : figures.entrySet()) {
            var isMoved = false;
            for (int i = 0; i < texts.size(); i++) {
                var decision = decisionOf(figure.getKey(), policies.get(i));
                var moved = moved(texts.get(i), decision, figure.getValue());
                if (moved.isPresent()) {
                    texts.set(i, moved.get());
                    isMoved = true;
                }
            }
            if (!isMoved) {
                throw new CommandFailed(
                        ExitStatus.WRONG_USAGE,
                        "FIGURE_UNKNOWN",
                        "No policy has a figure '" + figure.getKey() + "' that can be " + figure.getValue() + ".",
                        "Name a decision or a cell with exactly one number or date: NAME or POLICY.NAME.");
            }
        }
        var compiled = new ArrayList<CompiledPolicy>();
        for (var text : texts) {
            compiled.add(ready("the moved policy", PolicyPackages.read(text)));
        }
        return new PolicySet(List.copyOf(texts), List.copyOf(compiled));
    }

    private static Optional<PackageText> moved(PackageText text, String name, String typed) {
        return Thresholds.of(text.model()).stream()
                .filter(threshold -> threshold.name().equals(name))
                .findFirst()
                .flatMap(threshold -> threshold.value().type().parse(typed))
                .map(value -> new PackageText(
                        text.policy(),
                        Thresholds.moved(text.model(), Map.of(name, value)),
                        text.examples(),
                        text.source()));
    }

    /// What the policies ask for, by key, and texts to group by.
    Map<String, FactType> facts(List<String> groups) {
        var types = new TreeMap<String, FactType>();
        groups.forEach(group -> types.put(group, FactType.TEXT));
        policies.forEach(policy -> types.putAll(policy.factsAsked()));
        return types;
    }

    private static String decisionOf(String figure, CompiledPolicy policy) {
        var prefix = policy.policy().header().id() + ".";
        if (figure.startsWith(prefix)) {
            return figure.substring(prefix.length());
        }
        return figure.contains(".") ? "" : figure;
    }

    private static boolean isBetter(CompiledPolicy one, CompiledPolicy before, LocalDate day) {
        return isInForce(one.policy().header(), day)
                || !isInForce(before.policy().header(), day);
    }

    private static boolean isInForce(PolicyHeader header, LocalDate day) {
        return header.status().canGrant()
                && header.period().hasBegun(day)
                && !header.period().hasEnded(day);
    }

    private static CompiledPolicy ready(String name, ReadOutcome outcome) throws CommandFailed {
        return switch (outcome) {
            case ReadOutcome.Ready(var policy) -> policy;
            case ReadOutcome.Refused(var problems) ->
                throw new CommandFailed(
                        ExitStatus.REFUSED,
                        "PACKAGE_REFUSED",
                        name + ": "
                                + problems.stream()
                                        .map(Problem::sentence)
                                        .collect(Collectors.joining(System.lineSeparator())),
                        "Mend the lines named above.");
        };
    }
}
