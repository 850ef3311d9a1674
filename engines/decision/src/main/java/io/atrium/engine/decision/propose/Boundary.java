// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.propose;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.Comparison;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.table.TableCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// A value at which a model changes its mind (门槛).
///
/// @param subject the fact or the computed figure that is compared with it
record Boundary(String subject, FactValue value) {

    /// Of all comparisons and of all cells, each once, in the order of the model.
    ///
    /// @param xml the model as it was accepted
    static List<Boundary> of(CompiledPolicy policy, String xml) {
        var outline = policy.model().outline();
        var compared = outline.decisions().values().stream()
                .flatMap(decision -> Comparison.of(decision.expression()).stream())
                .map(comparison -> new Boundary(comparison.subject(), comparison.threshold()));
        var cells = TableCheck.ends(xml, outline.names()).stream().map(end -> new Boundary(end.subject(), end.value()));
        var found = new LinkedHashMap<String, Boundary>();
        Stream.concat(compared, cells)
                .filter(boundary -> boundary.hasNeighbours() && boundary.isIn(policy))
                .forEach(boundary -> found.putIfAbsent(boundary.key(), boundary));
        return List.copyOf(found.values());
    }

    private boolean isIn(CompiledPolicy policy) {
        var outline = policy.model().outline();
        return outline.inputs().containsKey(subject) || outline.decisions().containsKey(subject);
    }

    /// Numbers and days have values just below and above; texts and truths have not.
    boolean hasNeighbours() {
        return value.type() == FactType.NUMBER || value.type() == FactType.DATE;
    }

    private String key() {
        return subject + " "
                + (value instanceof FactValue.Quantity(var number)
                        ? number.stripTrailingZeros().toPlainString()
                        : value.text());
    }

    /// Whether a value lies below (-1), at (0) or above (1).
    int side(FactValue other) {
        return switch (value) {
            case FactValue.Quantity(var number)
            when other instanceof FactValue.Quantity(var compared) -> compared.compareTo(number);
            case FactValue.Day(var day)
            when other instanceof FactValue.Day(var compared) -> Integer.signum(compared.compareTo(day));
            default -> other.text().compareTo(value.text());
        };
    }
}
