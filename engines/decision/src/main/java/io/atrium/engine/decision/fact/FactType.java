// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The four types that a fact may have, each with its name in FEEL.
public enum FactType {
    BOOLEAN("boolean"),
    NUMBER("number"),
    TEXT("string"),
    DATE("date");

    private static final int NUMBER_DIGITS_MAX = 30;
    private static final Pattern NUMBER_TEXT = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final String feelName;

    FactType(String feelName) {
        this.feelName = feelName;
    }

    public String feelName() {
        return feelName;
    }

    public static Optional<FactType> ofFeel(String feelName) {
        return Arrays.stream(values())
                .filter(type -> type.feelName.equals(feelName))
                .findFirst();
    }

    /// Reads the canonical text of a value; empty when the text is no value of this type.
    public Optional<FactValue> parse(String text) {
        return switch (this) {
            case BOOLEAN -> parseBoolean(text);
            case NUMBER -> parseNumber(text);
            case TEXT ->
                text.length() > FactValue.TEXT_CHARS_MAX ? Optional.empty() : Optional.of(new FactValue.Text(text));
            case DATE -> parseDate(text);
        };
    }

    private static Optional<FactValue> parseBoolean(String text) {
        return switch (text) {
            case "true" -> Optional.of(new FactValue.Truth(true));
            case "false" -> Optional.of(new FactValue.Truth(false));
            default -> Optional.empty();
        };
    }

    private static Optional<FactValue> parseNumber(String text) {
        if (text.length() > NUMBER_DIGITS_MAX || !NUMBER_TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new FactValue.Quantity(new BigDecimal(text)));
    }

    private static Optional<FactValue> parseDate(String text) {
        try {
            return Optional.of(new FactValue.Day(LocalDate.parse(text)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
