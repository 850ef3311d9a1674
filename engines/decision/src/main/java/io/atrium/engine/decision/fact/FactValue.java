// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/// The value of a fact. `0` and `false` are known values; what is not known has no value at all.
public sealed interface FactValue {

    int TEXT_CHARS_MAX = 1_000;

    FactType type();

    /// The value as the decision engine takes it.
    Object raw();

    /// The canonical text: `true`, `12.50`, `2026-01-31` or the text itself.
    default String text() {
        return raw().toString();
    }

    record Truth(boolean value) implements FactValue {
        @Override
        public FactType type() {
            return FactType.BOOLEAN;
        }

        @Override
        public Object raw() {
            return value;
        }
    }

    /// A number, or an amount of money in yuan.
    record Quantity(BigDecimal value) implements FactValue {
        @Override
        public FactType type() {
            return FactType.NUMBER;
        }

        @Override
        public Object raw() {
            return value;
        }

        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    record Text(String value) implements FactValue {
        public Text {
            if (value.length() > TEXT_CHARS_MAX) {
                throw new IllegalArgumentException("text of a fact longer than " + TEXT_CHARS_MAX + " characters");
            }
        }

        @Override
        public FactType type() {
            return FactType.TEXT;
        }

        @Override
        public Object raw() {
            return value;
        }
    }

    record Day(LocalDate value) implements FactValue {
        @Override
        public FactType type() {
            return FactType.DATE;
        }

        @Override
        public Object raw() {
            return value;
        }
    }
}
