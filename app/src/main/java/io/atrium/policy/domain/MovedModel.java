// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.column.Threshold;
import io.atrium.engine.decision.column.Thresholds;
import io.atrium.engine.decision.fact.FactValue;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model with figures moved where they stand (就地改模型), so that a reviewer finds the changed lines and no others: the
/// engine writes the whole file anew, with attributes in another order.
final class MovedModel {

    private MovedModel() {}

    static String of(String xml, SortedMap<String, FactValue> figures) {
        var moved = Thresholds.moved(xml, figures);
        var wanted = Thresholds.of(moved).stream()
                .filter(threshold -> figures.containsKey(threshold.name()))
                .toList();
        var edited = xml;
        for (var threshold : wanted) {
            edited = replaced(edited, threshold);
        }
        return Thresholds.of(edited).equals(Thresholds.of(moved)) ? edited : moved;
    }

    /// The first text after the decision of this name, or after the cell of this id; anything else is noticed above.
    private static String replaced(String xml, Threshold to) {
        var quoted = Pattern.quote(to.name());
        var place = Pattern.compile(
                "(<(?:\\w+:)?(?:decision\\b[^>]*\\sname=\"" + quoted
                        + "\"|(?:inputEntry|outputEntry)\\b[^>]*\\sid=\"" + quoted
                        + "\")[^>]*>.*?<(?:\\w+:)?text>)[^<]*(</)",
                Pattern.DOTALL);
        return place.matcher(xml).replaceFirst("$1" + Matcher.quoteReplacement(escaped(to.text())) + "$2");
    }

    private static String escaped(String feel) {
        return feel.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
