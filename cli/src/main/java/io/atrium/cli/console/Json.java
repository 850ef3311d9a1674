// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.console;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes maps, lists, texts, numbers, booleans and nulls as JSON on one line. Give maps that keep their order.
public final class Json {

    private final StringBuilder out = new StringBuilder();

    private Json() {}

    public static String of(@Nullable Object value) {
        var json = new Json();
        json.write(value);
        return json.out.toString();
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> writeMap(map);
            case Iterable<?> list -> writeList(list.iterator());
            case Boolean flag -> out.append(flag);
            case Number number -> writeNumber(number);
            default -> writeText(value.toString());
        }
    }

    private void writeMap(Map<?, ?> map) {
        var separator = "{";
        for (var entry : map.entrySet()) {
            out.append(separator);
            writeText(String.valueOf(entry.getKey()));
            out.append(':');
            write(entry.getValue());
            separator = ",";
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private void writeList(Iterator<?> values) {
        out.append('[');
        while (values.hasNext()) {
            write(values.next());
            if (values.hasNext()) out.append(',');
        }
        out.append(']');
    }

    private void writeNumber(Number number) {
        switch (number) {
            case Double d when !Double.isFinite(d) -> out.append("null"); // JSON knows no infinity
            case Double d -> out.append(new BigDecimal(d.toString()).toPlainString());
            default -> out.append(number);
        }
    }

    private void writeText(String text) {
        out.append('"');
        text.chars().forEach(this::writeCharacter);
        out.append('"');
    }

    private void writeCharacter(int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') out.append("\\u%04x".formatted(c));
                else out.append((char) c);
            }
        }
    }
}
