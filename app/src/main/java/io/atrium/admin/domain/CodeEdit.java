// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.domain;

import io.atrium.kernel.codes.CodeEntry;
import io.atrium.kernel.codes.CodeTable.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A change to a draft of a code table (码值修改): entries are put, in place of those with the same code or after the
/// last; none is ever taken out. Pure.
public record CodeEdit(List<CodeEntry> entries) {

    public static final int ENTRIES_MAX = 500;
    public static final int CODE_LENGTH_MAX = 60;
    public static final int WORD_LENGTH_MAX = 60;
    public static final int FIGURE_MAX = 1_200;

    private static final Pattern CODE = Pattern.compile("[\\p{IsHan}A-Za-z0-9_-]{1," + CODE_LENGTH_MAX + "}");

    /// Why an edit cannot be made, in order of precedence.
    public enum Problem {
        CODE_MALFORMED,
        CODE_UNKNOWN,
        WORD_MISSING,
        WORD_TOO_LONG,
        WORD_TAKEN,
        FIGURE_OUT_OF_RANGE,
        MAY_NOT_END,
        FIGURES_NOT_RISING,
        TOO_MANY
    }

    /// What came of it.
    public sealed interface Outcome {
        record Changed(CodeList list) implements Outcome {}

        /// @param code the entry at fault
        record Impossible(Problem problem, String code) implements Outcome {}
    }

    public CodeEdit {
        entries = List.copyOf(entries);
    }

    public Outcome apply(CodeList list, Shape shape) {
        var all = new ArrayList<>(list.entries());
        for (var asked : entries) {
            var entry = shape.hasFigures() ? worded(asked, list) : asked;
            var problem = problem(entry, all, shape);
            if (problem.isPresent()) {
                return new Outcome.Impossible(problem.get(), entry.code());
            }
            put(entry, all);
        }
        return whole(all, shape)
                .<Outcome>map(problem -> new Outcome.Impossible(problem, ""))
                .orElseGet(() -> new Outcome.Changed(new CodeList(all)));
    }

    /// The words of a figure come with the code and stay.
    private static CodeEntry worded(CodeEntry asked, CodeList list) {
        return list.find(asked.code())
                .map(known -> new CodeEntry(known.code(), known.zh(), known.en(), asked.number(), asked.lastDay()))
                .orElse(asked);
    }

    private static Optional<Problem> problem(CodeEntry entry, List<CodeEntry> all, Shape shape) {
        if (!CODE.matcher(entry.code()).matches()) {
            return Optional.of(Problem.CODE_MALFORMED);
        }
        if (shape.hasFigures() && all.stream().noneMatch(known -> known.code().equals(entry.code()))) {
            return Optional.of(Problem.CODE_UNKNOWN);
        }
        return wrongWord(entry, all).or(() -> shape.hasFigures() ? wrongFigure(entry) : Optional.empty());
    }

    private static Optional<Problem> wrongWord(CodeEntry entry, List<CodeEntry> all) {
        if (entry.zh().isBlank() || entry.en().isBlank()) {
            return Optional.of(Problem.WORD_MISSING);
        }
        if (entry.zh().length() > WORD_LENGTH_MAX || entry.en().length() > WORD_LENGTH_MAX) {
            return Optional.of(Problem.WORD_TOO_LONG);
        }
        return isTaken(entry, all, CodeEntry::zh) || isTaken(entry, all, CodeEntry::en)
                ? Optional.of(Problem.WORD_TAKEN)
                : Optional.empty();
    }

    private static boolean isTaken(CodeEntry entry, List<CodeEntry> all, Function<CodeEntry, String> word) {
        return all.stream()
                .filter(other -> !other.code().equals(entry.code()))
                .anyMatch(other -> word.apply(other).equalsIgnoreCase(word.apply(entry)));
    }

    private static Optional<Problem> wrongFigure(CodeEntry entry) {
        if (entry.lastDay() != null) {
            return Optional.of(Problem.MAY_NOT_END);
        }
        var figure = entry.number();
        return figure == null || figure < 0 || figure > FIGURE_MAX
                ? Optional.of(Problem.FIGURE_OUT_OF_RANGE)
                : Optional.empty();
    }

    private static void put(CodeEntry entry, List<CodeEntry> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).code().equals(entry.code())) {
                all.set(i, entry);
                return;
            }
        }
        all.add(entry);
    }

    private static Optional<Problem> whole(List<CodeEntry> all, Shape shape) {
        if (all.size() > ENTRIES_MAX) {
            return Optional.of(Problem.TOO_MANY);
        }
        return shape == Shape.RISING_FIGURES && !isRising(all)
                ? Optional.of(Problem.FIGURES_NOT_RISING)
                : Optional.empty();
    }

    private static boolean isRising(List<CodeEntry> all) {
        var seen = new HashSet<Integer>();
        var figures = all.stream()
                .map(entry -> Objects.requireNonNull(entry.number()))
                .toList();
        return figures.stream().allMatch(seen::add)
                && figures.equals(figures.stream().sorted().toList());
    }
}
