// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.table;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.table.CellTest.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads unary tests: `-`, `5`, `"x", "y"`, `>= 5`, `[1..5)`, `not("x")`. Whatever else a cell holds is opaque.
final class CellReader {

    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>|=|!=)\\s*(.+)", Pattern.DOTALL);
    private static final Pattern RANGE =
            Pattern.compile("([\\[\\](])\\s*(.+?)\\s*\\.\\.\\s*(.+?)\\s*([\\[\\])])", Pattern.DOTALL);
    private static final Pattern DATE = Pattern.compile("(?:@|date\\s*\\(\\s*)\"([0-9-]+)\"\\s*\\)?");
    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");

    private CellReader() {}

    static CellTest read(String cell) {
        if (cell.isEmpty() || cell.equals("-")) {
            return new CellTest.Any();
        }
        var negated = NOT.matcher(cell);
        var isNegated = negated.matches();
        var spans = new ArrayList<Span>();
        for (var part : parts(isNegated ? negated.group(1) : cell)) {
            var unequal = part.startsWith("!=");
            if (unequal && (isNegated || spans.size() > 0)) {
                return new CellTest.Opaque();
            }
            var span = span(part);
            if (span.isEmpty()) {
                return new CellTest.Opaque();
            }
            spans.add(span.get());
        }
        return cell.startsWith("!=") && spans.size() > 1
                ? new CellTest.Opaque()
                : new CellTest.Spans(isNegated || cell.startsWith("!="), spans);
    }

    /// Every literal in the cell, for the check of types.
    static List<FactValue> literals(String cell) {
        return read(cell).ends();
    }

    /// A literal that stands alone, as in an output cell.
    static Optional<FactValue> literal(String feel) {
        var date = DATE.matcher(feel);
        if (date.matches()) {
            return FactType.DATE.parse(date.group(1));
        }
        if (TEXT.matcher(feel).matches()) {
            return FactType.TEXT.parse(feel.substring(1, feel.length() - 1));
        }
        return feel.equals("true") || feel.equals("false") ? FactType.BOOLEAN.parse(feel) : FactType.NUMBER.parse(feel);
    }

    private static Optional<Span> span(String part) {
        var range = RANGE.matcher(part);
        if (range.matches()) {
            var low = literal(range.group(2));
            var high = literal(range.group(3));
            return low.isEmpty()
                            || high.isEmpty()
                            || low.get().type() != high.get().type()
                    ? Optional.empty()
                    : Optional.of(new Span(
                            low.get(),
                            range.group(1).equals("["),
                            high.get(),
                            range.group(4).equals("]")));
        }
        var compared = COMPARED.matcher(part);
        return compared.matches()
                ? literal(compared.group(2)).map(value -> compared(compared.group(1), value))
                : literal(part).map(Span::of);
    }

    private static Span compared(String operator, FactValue value) {
        return switch (operator) {
            case "<" -> new Span(null, false, value, false);
            case "<=" -> new Span(null, false, value, true);
            case ">" -> new Span(value, false, null, false);
            case ">=" -> new Span(value, true, null, false);
            default -> Span.of(value); // "!=" is told by its caller
        };
    }

    /// Splits at commas outside quotes and brackets.
    private static List<String> parts(String cell) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        boolean isQuoted = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && c == '(') {
                depth++;
            } else if (!isQuoted && c == ')') {
                depth--;
            } else if (!isQuoted && c == ',' && depth <= 0) {
                parts.add(cell.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(cell.substring(start).strip());
        return parts;
    }
}
