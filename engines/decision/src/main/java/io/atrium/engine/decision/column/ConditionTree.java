// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.policy.Condition;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The tree of conditions of one policy over bitmaps (条件树).
///
/// Mirrors `DecideConditions` of the row path, word by word instead of firm by firm.
final class ConditionTree {

    private final Condition root;

    ConditionTree(Condition root) {
        this.root = root;
    }

    /// The levels of the whole tree for a run of words.
    ///
    /// @param truths by decision
    /// @param lifted the id of a leaf that counts as met wherever it is unmet, or null
    Levels levels(Map<String, TruthBits> truths, int first, int words, Scratch scratch, @Nullable String lifted) {
        return levels(root, truths, new Span(first, words, lifted), scratch, 0);
    }

    /// Which words, and which leaf is lifted.
    private record Span(int first, int words, @Nullable String lifted) {}

    private static Levels levels(Condition node, Map<String, TruthBits> truths, Span span, Scratch scratch, int depth) {
        var out = scratch.levels(depth);
        switch (node) {
            case Condition.Leaf leaf -> leaf(leaf, truths, span, out);
            case Condition.Group group -> {
                var isAllOf = group.kind() == Condition.Kind.ALL_OF;
                out.start(isAllOf, span.words());
                for (var child : group.children()) {
                    var below = levels(child, truths, span, scratch, depth + 1);
                    if (isAllOf) {
                        out.allOf(below, span.words());
                    } else {
                        out.anyOf(below, span.words());
                    }
                }
            }
        }
        return out;
    }

    /// The status of one leaf for a run of words.
    static void leaf(Condition.Leaf leaf, Map<String, TruthBits> truths, int first, int words, Levels out) {
        leaf(leaf, truths, new Span(first, words, null), out);
    }

    private static void leaf(Condition.Leaf leaf, Map<String, TruthBits> truths, Span span, Levels out) {
        decided(leaf, truths, span, out);
        if (leaf.id().equals(span.lifted())) {
            lift(leaf, out, span.words());
        }
        if (leaf.appliesWhen() != null) {
            restrict(bits(truths, leaf.appliesWhen()), span, out);
        }
    }

    private static void decided(Condition.Leaf leaf, Map<String, TruthBits> truths, Span span, Levels out) {
        Arrays.fill(out.applies, 0, span.words(), -1L);
        if (leaf.decision() == null) {
            Arrays.fill(out.open, 0, span.words(), -1L);
            Arrays.fill(out.fair, 0, span.words(), -1L);
            Arrays.fill(out.met, 0, span.words(), 0L);
            return;
        }
        var bits = bits(truths, leaf.decision());
        for (int word = 0; word < span.words(); word++) {
            long yes = bits.yes()[span.first() + word];
            out.open[word] = yes | ~bits.known()[span.first() + word];
            out.fair[word] = yes;
            out.met[word] = leaf.review() ? 0 : yes;
        }
    }

    private static TruthBits bits(Map<String, TruthBits> truths, String decision) {
        return Objects.requireNonNull(truths.get(decision), decision);
    }

    private static void lift(Condition.Leaf leaf, Levels out, int words) {
        for (int word = 0; word < words; word++) {
            long unmet = ~out.open[word];
            out.open[word] = -1L;
            out.fair[word] |= unmet;
            out.met[word] |= leaf.review() ? 0 : unmet;
        }
    }

    /// Where it is not known whether the condition applies, it is unknown.
    private static void restrict(TruthBits when, Span span, Levels out) {
        for (int word = 0; word < span.words(); word++) {
            long yes = when.yes()[span.first() + word];
            long known = when.known()[span.first() + word];
            out.open[word] = (yes & out.open[word]) | ~known;
            out.fair[word] &= yes;
            out.met[word] &= yes;
            out.applies[word] = yes | ~known;
        }
    }
}
