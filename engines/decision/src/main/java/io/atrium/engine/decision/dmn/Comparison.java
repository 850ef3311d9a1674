// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A condition of the simplest kind: one fact, or one computed figure, compared with a fixed value. Only such a
/// condition can say which value would turn it into yes.
///
/// @param subject the input or decision on the left
public record Comparison(String subject, Operator operator, FactValue threshold) {

    public enum Operator {
        AT_LEAST(">="),
        MORE_THAN(">"),
        AT_MOST("<="),
        LESS_THAN("<"),
        EQUAL("="),
        UNEQUAL("!=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        static Operator of(String symbol) {
            for (var operator : values()) {
                if (operator.symbol.equals(symbol)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException(symbol);
        }
    }

    private static final Pattern COMPARED = Pattern.compile("([a-z][a-z0-9_]*)\\s*(>=|>|<=|<|=|!=)\\s*(.+)");
    private static final Pattern NEGATED = Pattern.compile("not\\(\\s*([a-z][a-z0-9_]*)\\s*\\)");
    private static final Pattern BARE = Pattern.compile("[a-z][a-z0-9_]*");

    /// Reads the expression of a boolean decision; empty when it is anything but a simple comparison.
    public static Optional<Comparison> of(@Nullable String expression) {
        if (expression == null) {
            return Optional.empty();
        }
        var compared = COMPARED.matcher(expression);
        if (compared.matches()) {
            return literal(compared.group(3).strip())
                    .map(value -> new Comparison(compared.group(1), Operator.of(compared.group(2)), value));
        }
        var negated = NEGATED.matcher(expression);
        if (negated.matches()) {
            return Optional.of(truth(negated.group(1), false));
        }
        return BARE.matcher(expression).matches() && !expression.equals("true") && !expression.equals("false")
                ? Optional.of(truth(expression, true))
                : Optional.empty();
    }

    private static Comparison truth(String subject, boolean wanted) {
        return new Comparison(subject, Operator.EQUAL, new FactValue.Truth(wanted));
    }

    private static Optional<FactValue> literal(String feel) {
        if (feel.matches("@\"[0-9-]+\"")) {
            return FactType.DATE.parse(feel.substring(2, feel.length() - 1));
        }
        if (feel.matches("\"[^\"\\\\]*\"")) {
            return FactType.TEXT.parse(feel.substring(1, feel.length() - 1));
        }
        if (feel.equals("true") || feel.equals("false")) {
            return FactType.BOOLEAN.parse(feel);
        }
        return FactType.NUMBER.parse(feel);
    }
}
