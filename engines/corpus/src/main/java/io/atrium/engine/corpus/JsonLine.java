// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads and writes one line of JSONL: an object with string fields `id` and `text`; other fields are passed over.
final class JsonLine {
    private final String line;
    private int at;

    private JsonLine(String line) {
        this.line = line;
    }

    /// The document of a line, or nothing when the line is not such an object.
    static Optional<Document> parse(String line) {
        try {
            return new JsonLine(line).document();
        } catch (MalformedJson _) {
            return Optional.empty();
        }
    }

    static String of(Document document) {
        var out = new StringBuilder(document.text().length() + 64).append("{\"id\":");
        Json.appendString(out, document.id());
        Json.appendString(out.append(",\"text\":"), document.text());
        return out.append('}').toString();
    }

    private Optional<Document> document() throws MalformedJson {
        @Nullable String id = null;
        @Nullable String text = null;
        expect('{');
        if (peek() != '}') {
            do {
                var name = string();
                expect(':');
                switch (name) {
                    case "id" -> id = string();
                    case "text" -> text = string();
                    default -> skipValue();
                }
            } while (took(','));
        }
        expect('}');
        if (peek() != END || id == null || text == null) {
            return Optional.empty();
        }
        return Optional.of(new Document(id, text));
    }

    private static final char END = '\0';

    /// The next character that is not white space, not taken yet.
    private char peek() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at < line.length() ? line.charAt(at) : END;
    }

    private boolean took(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted) throws MalformedJson {
        if (!took(wanted)) {
            throw new MalformedJson();
        }
    }

    private String string() throws MalformedJson {
        expect('"');
        int from = at;
        while (at < line.length() && line.charAt(at) != '"' && line.charAt(at) != '\\') {
            at++;
        }
        if (at < line.length() && line.charAt(at) == '"') {
            return line.substring(from, at++);
        }
        return escapedString(new StringBuilder(line.length() - from).append(line, from, at));
    }

    private String escapedString(StringBuilder out) throws MalformedJson {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw new MalformedJson();
    }

    private char escaped() throws MalformedJson {
        char kind = at < line.length() ? line.charAt(at++) : END;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw new MalformedJson();
        };
    }

    private char unicode() throws MalformedJson {
        if (at + 4 > line.length()) {
            throw new MalformedJson();
        }
        int value = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = Character.digit(line.charAt(at), 16);
            if (digit < 0) {
                throw new MalformedJson();
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    /// Passes over a number, a word, or a bracketed value whose strings may hold brackets.
    private void skipValue() throws MalformedJson {
        int depth = 0;
        do {
            char c = peek();
            switch (c) {
                case END -> throw new MalformedJson();
                case '"' -> string();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
        } while (depth > 0 || !(peek() == ',' || peek() == '}'));
    }

    private static final class MalformedJson extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedJson() {
            super(null, null, false, false);
        }
    }
}
