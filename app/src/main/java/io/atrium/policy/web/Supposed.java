// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactDefinition;
import io.atrium.company.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.fact.FactValue.Quantity;
import io.atrium.engine.decision.fact.FactValue.Truth;
import io.atrium.web.component.FieldError;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The facts that a reader supposes (假设的事实), read from the address: figures in any width, with separators and units.
record Supposed(Map<String, FactValue> values, List<FieldError> errors) {

    private static final Pattern FIGURE = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");
    private static final int PERCENT_DIGITS = 2;

    static Supposed of(Map<String, String> typed, List<FactDefinition> questions) {
        var values = new LinkedHashMap<String, FactValue>();
        var errors = new ArrayList<FieldError>();
        for (var fact : questions) {
            var answer = typed.getOrDefault(fact.key(), "").strip();
            if (!answer.isEmpty()) {
                read(fact, answer)
                        .ifPresentOrElse(
                                value -> values.put(fact.key(), value),
                                () -> errors.add(FieldError.of(fact.key(), "policy.simulation.not-a-figure", answer)));
            }
        }
        return new Supposed(values, errors);
    }

    /// Whether a fact can be supposed: figures, yes or no, and texts with a list of values.
    static boolean isAskable(FactDefinition fact) {
        return switch (fact.type()) {
            case NUMBER, MONEY, BOOLEAN -> true;
            case TEXT -> fact.isCoded();
            case DATE, LIST -> false;
        };
    }

    private static Optional<FactValue> read(FactDefinition fact, String answer) {
        return switch (fact.type()) {
            case BOOLEAN ->
                answer.equals("true") || answer.equals("false")
                        ? Optional.of(new Truth(Boolean.parseBoolean(answer)))
                        : Optional.empty();
            case NUMBER, MONEY -> figure(fact, answer);
            default -> fact.valueNamed(answer).map(named -> new FactValue.Text(named.value()));
        };
    }

    private static Optional<FactValue> figure(FactDefinition fact, String answer) {
        var plain = Normalizer.normalize(answer, Normalizer.Form.NFKC).replaceAll("[\\s,，元人%¥￥]", "");
        if (!FIGURE.matcher(plain).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(plain);
        var isShare = fact.type() == FactType.NUMBER && "ratio".equals(fact.unit());
        return Optional.of(new Quantity(isShare ? number.movePointLeft(PERCENT_DIGITS) : number));
    }
}
