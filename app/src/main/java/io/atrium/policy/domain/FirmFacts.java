// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.company.FactSnapshot;
import io.atrium.company.FactValue;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactValue.Day;
import io.atrium.engine.decision.fact.FactValue.Quantity;
import io.atrium.engine.decision.fact.FactValue.Text;
import io.atrium.engine.decision.fact.FactValue.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// The facts of the company file in the form that the decision engine takes. Lists are not among what clauses ask for.
public final class FirmFacts {

    private FirmFacts() {}

    public static FactSet of(FactSnapshot snapshot) {
        return FactSet.of(snapshot.values().entrySet().stream()
                .flatMap(entry -> fact(entry.getKey(), entry.getValue()).stream())
                .toList());
    }

    private static Optional<Fact> fact(String key, FactValue known) {
        return value(known.value())
                .map(value -> new Fact(key, value, known.unit(), known.source(), known.sourceDate()));
    }

    private static Optional<io.atrium.engine.decision.fact.FactValue> value(Object raw) {
        return switch (raw) {
            case Boolean truth -> Optional.of(new Truth(truth));
            case BigDecimal number -> Optional.of(new Quantity(number));
            case LocalDate day -> Optional.of(new Day(day));
            case String text
            when text.length() <= io.atrium.engine.decision.fact.FactValue.TEXT_CHARS_MAX ->
                Optional.of(new Text(text));
            default -> Optional.empty();
        };
    }
}
