// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

/// Writes JSON strings; the engine writes so little JSON that a library would weigh more than it carries.
final class Json {
    private Json() {}

    static StringBuilder appendString(StringBuilder out, String value) {
        out.append('"');
        for (int at = 0; at < value.length(); at++) {
            append(out, value.charAt(at));
        }
        return out.append('"');
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append("\\u").append("%04x".formatted((int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
