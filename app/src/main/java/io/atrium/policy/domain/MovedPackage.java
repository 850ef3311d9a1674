// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.column.Threshold;
import io.atrium.engine.decision.column.Thresholds;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.fact.FactValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/// A package with figures moved (移动数值后的政策包): the model, the labels of the conditions that name them, and the
/// examples. Clauses and benefit are the issuer's words; what they still say otherwise is told and left alone.
///
/// @param labels how many labels were moved along
/// @param examples how many examples were
/// @param stale the texts that still name an old figure
public record MovedPackage(PackageText text, int labels, int examples, List<String> stale) {

    public static MovedPackage of(PackageText text, CompiledPolicy before, SortedMap<String, FactValue> figures) {
        var was = Thresholds.of(text.model()).stream()
                .filter(threshold -> figures.containsKey(threshold.name()))
                .toList();
        var labelled = new Labels(text.policy(), figures);
        was.forEach(labelled::move);
        var moved = new PackageText(
                labelled.edits.applied(), Thresholds.moved(text.model(), figures), text.examples(), text.source());
        var examples = MovedExamples.of(moved, before, figures);
        return new MovedPackage(
                new PackageText(moved.policy(), moved.model(), examples.yaml(), moved.source()),
                labelled.moved,
                examples.examples(),
                stale(before, was));
    }

    private static final class Labels {
        private final YamlEdits edits;
        private final List<Node> nodes;
        private final SortedMap<String, FactValue> figures;
        private int moved;

        Labels(String yaml, SortedMap<String, FactValue> figures) {
            this.edits = new YamlEdits(yaml);
            this.nodes = YamlEdits.root(yaml).stream().flatMap(YamlEdits::all).toList();
            this.figures = figures;
        }

        /// The label of the condition that a decision of this name decides.
        void move(Threshold was) {
            nodes.stream()
                    .filter(node -> YamlEdits.below(node, "leaf")
                            .flatMap(YamlEdits::text)
                            .filter(was.name()::equals)
                            .isPresent())
                    .flatMap(node -> YamlEdits.below(node, "label").stream())
                    .forEach(label -> {
                        var before = moved;
                        words(label, "zh", was);
                        words(label, "en", was);
                        moved = moved > before ? before + 1 : before;
                    });
        }

        private void words(Node label, String language, Threshold was) {
            YamlEdits.below(label, language).ifPresent(node -> YamlEdits.text(node)
                    .flatMap(words -> FigureText.moved(words, was.value(), figures.get(was.name()))
                            .map(now -> {
                                edits.replaceWords(node, words, now);
                                return now;
                            }))
                    .ifPresent(_ -> moved++));
        }
    }

    /// Benefit, assumptions and clauses, by a word that the officer finds in the file.
    private static List<String> stale(CompiledPolicy before, List<Threshold> was) {
        var policy = before.policy();
        var found = new ArrayList<String>();
        if (names(was, policy.header().benefit().zh(), policy.header().benefit().en())) {
            found.add("benefit");
        }
        policy.clauses().stream()
                .filter(clause -> clause.text() != null && names(was, clause.text()))
                .forEach(clause -> found.add("clauses: " + clause.id()));
        return List.copyOf(found);
    }

    private static boolean names(List<Threshold> was, String... texts) {
        return Stream.of(texts)
                .anyMatch(text -> was.stream().anyMatch(threshold -> FigureText.says(text, threshold.value())));
    }
}
