// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.column.Threshold;
import io.atrium.engine.decision.column.Thresholds;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.Clause;
import java.util.List;
import java.util.SortedMap;
import org.yaml.snakeyaml.nodes.Node;

/// A package with figures moved (移动数值后的政策包): the model, the labels of the conditions that name them, and the
/// examples. Clauses and benefit are the issuer's words; what they still say otherwise is told and left alone.
///
/// @param labels how many labels were moved along
/// @param examples how many examples were
/// @param stale the texts that still name an old figure
public record MovedPackage(PackageText text, int labels, int examples, Stale stale) {

    /// @param clauses by id
    public record Stale(boolean benefit, List<String> clauses) {

        public boolean isEmpty() {
            return !benefit && clauses.isEmpty();
        }
    }

    public static MovedPackage of(PackageText text, CompiledPolicy before, SortedMap<String, FactValue> figures) {
        var was = Thresholds.of(text.model()).stream()
                .filter(threshold -> figures.containsKey(threshold.name()))
                .toList();
        var labelled = new Labels(text.policy(), figures);
        was.forEach(labelled::move);
        var moved = new PackageText(
                labelled.edits.applied(), MovedModel.of(text.model(), figures), text.examples(), text.source());
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
            var to = figures.getOrDefault(was.name(), was.value());
            YamlEdits.below(label, language)
                    .ifPresent(node -> YamlEdits.text(node).ifPresent(words -> {
                        var now = FigureText.moved(words, was.value(), to);
                        now.ifPresent(text -> edits.replaceWords(node, words, text));
                        moved += now.isPresent() ? 1 : 0;
                    }));
        }
    }

    private static Stale stale(CompiledPolicy before, List<Threshold> was) {
        var policy = before.policy();
        var figures = was.stream().map(threshold -> Named.of(before, threshold)).toList();
        var benefit = policy.header().benefit();
        return new Stale(
                figures.stream().anyMatch(figure -> figure.isIn(benefit.zh()) || figure.isIn(benefit.en())),
                policy.clauses().stream()
                        .filter(clause -> clause.text() != null
                                && figures.stream().anyMatch(figure -> figure.isIn(clause.text())))
                        .map(Clause::id)
                        .toList());
    }

    /// A figure as texts name it: `5` alone may be anything, `5 人` is not.
    private record Named(FactValue figure, String unit) {

        static Named of(CompiledPolicy policy, Threshold threshold) {
            var unit = policy.policy()
                    .conditions()
                    .leaves()
                    .filter(leaf -> threshold.name().equals(leaf.decision()))
                    .findFirst()
                    .flatMap(leaf -> FigureText.unitAfter(leaf.label().zh(), threshold.value()))
                    .orElse("");
            return new Named(threshold.value(), unit);
        }

        boolean isIn(String text) {
            return FigureText.says(text, figure, unit);
        }
    }
}
