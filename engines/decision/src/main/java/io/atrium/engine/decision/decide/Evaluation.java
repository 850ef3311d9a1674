// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.dmn.DmnOutline;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run of a model over the facts of one firm: results of its decisions, and which facts each had or lacked.
final class Evaluation {

    private final DmnOutline outline;
    private final FactSet facts;
    private final LocalDate asOf;
    private final Map<String, Object> results;

    private Evaluation(DmnOutline outline, FactSet facts, LocalDate asOf, Map<String, Object> results) {
        this.outline = outline;
        this.facts = facts;
        this.asOf = asOf;
        this.results = results;
    }

    static Evaluation run(DmnModel model, FactSet facts, LocalDate asOf) {
        var values = new HashMap<String, Object>();
        model.outline()
                .facts()
                .forEach((key, type) -> usable(facts, key, type)
                        .ifPresent(fact -> values.put(key, fact.value().raw())));
        if (model.outline().inputs().containsKey(DmnOutline.AS_OF)) {
            values.put(DmnOutline.AS_OF, asOf);
        }
        return new Evaluation(model.outline(), facts, asOf, model.evaluate(values));
    }

    /// The facts of the right type that a decision rests on, in the order of their keys.
    List<Fact> factsOf(String decision) {
        return outline.factsBehind(decision).stream()
                .flatMap(key -> usable(key).stream())
                .toList();
    }

    /// The keys of facts that a decision rests on and that are missing or of the wrong type.
    List<String> missingFor(String decision) {
        return outline.factsBehind(decision).stream()
                .filter(key -> usable(key).isEmpty())
                .toList();
    }

    boolean isGiven(String key) {
        return facts.find(key).isPresent();
    }

    /// The result of a boolean decision; empty when it was not computed.
    Optional<Boolean> truth(String decision) {
        return results.get(decision) instanceof Boolean value ? Optional.of(value) : Optional.empty();
    }

    Optional<BigDecimal> number(String decision) {
        return results.get(decision) instanceof BigDecimal value ? Optional.of(value) : Optional.empty();
    }

    /// The canonical text of an input or of a computed figure.
    Optional<String> textOf(String subject) {
        if (subject.equals(DmnOutline.AS_OF)) {
            return Optional.of(asOf.toString());
        }
        var fact = outline.inputs().containsKey(subject) ? usable(subject) : Optional.<Fact>empty();
        return fact.map(found -> found.value().text())
                .or(() -> Optional.ofNullable(results.get(subject))
                        .map(value -> value instanceof BigDecimal number ? number.toPlainString() : value.toString()));
    }

    private Optional<Fact> usable(String key) {
        return Optional.ofNullable(outline.inputs().get(key)).flatMap(type -> usable(facts, key, type));
    }

    private static Optional<Fact> usable(FactSet facts, String key, FactType type) {
        return facts.find(key).filter(fact -> fact.value().type() == type);
    }
}
