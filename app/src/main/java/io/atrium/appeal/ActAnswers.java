// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.AppealView.Verdict;
import io.atrium.kernel.OrgId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was answered to the questions of a move (办理填写内容), by field; all that is wrong with it is known before it is
/// done.
public record ActAnswers(Map<String, String> answers) {

    /// What is wrong with one answer.
    ///
    /// @param limit how many characters it may have; 0 where that is not what is wrong
    public record Wrong(String field, Fault fault, int limit) {}

    public enum Fault {
        /// Nothing that the field could mean.
        UNREADABLE,
        EMPTY,
        TOO_LONG,
        /// A low mark needs a reason.
        REASON_MISSING,
        /// An answer names what it rests on or what comes next.
        BASIS_MISSING
    }

    /// All that is wrong, in the order of the form.
    public List<Wrong> wrong(Act act) {
        return Stream.concat(
                        unreadable(act).stream().map(field -> new Wrong(field, Fault.UNREADABLE, 0)),
                        Stream.of(words(act), basis(act)).flatMap(Optional::stream))
                .toList();
    }

    /// Fields that say nothing a program could go by.
    List<String> unreadable(Act act) {
        return switch (act) {
            case DISPATCH -> unreadable(unit().isEmpty(), "unit");
            case ASK_HELP -> {
                var fields = new ArrayList<>(unreadable(unit().isEmpty(), "unit"));
                fields.addAll(unreadable(isNoDay("by"), "by"));
                yield fields;
            }
            case PLAN -> unreadable(!text("by").isBlank() && isNoDay("by"), "by");
            case EXTEND -> unreadable(isNoDay("until"), "until");
            case ACCEPT -> marks();
            case CALL_BACK -> isUnmarked() ? List.of() : marks();
            default -> List.of();
        };
    }

    private static List<String> unreadable(boolean isSo, String field) {
        return isSo ? List.of(field) : List.of();
    }

    private List<String> marks() {
        var fields = new ArrayList<>(unreadable(!text("resolved").matches("true|false"), "resolved"));
        fields.addAll(unreadable(!text("rating").matches("[1-5]"), "rating"));
        return fields;
    }

    private boolean isUnmarked() {
        return text("rating").isEmpty() && text("resolved").isEmpty();
    }

    private Optional<Wrong> words(Act act) {
        return switch (act) {
            case SIGN, WITHDRAW, DISPATCH -> Optional.empty();
            case ACCEPT ->
                isLow() && words().isBlank()
                        ? Optional.of(new Wrong("words", Fault.REASON_MISSING, 0))
                        : tooLong("words", CaseClosing.VERDICT_WORDS_MAX);
            default ->
                words().isBlank()
                        ? Optional.of(new Wrong("words", Fault.EMPTY, 0))
                        : tooLong("words", CaseWords.LENGTH_MAX);
        };
    }

    private boolean isLow() {
        return text("rating").matches("[1-" + Verdict.LOW_RATING_MAX + "]");
    }

    private Optional<Wrong> basis(Act act) {
        if (act != Act.ANSWER) {
            return Optional.empty();
        }
        return text("basis").isBlank() && text("next").isBlank()
                ? Optional.of(new Wrong("basis", Fault.BASIS_MISSING, 0))
                : tooLong("basis", CaseWords.LENGTH_MAX).or(() -> tooLong("next", CaseWords.LENGTH_MAX));
    }

    private Optional<Wrong> tooLong(String field, int limit) {
        return text(field).strip().length() > limit
                ? Optional.of(new Wrong(field, Fault.TOO_LONG, limit))
                : Optional.empty();
    }

    String text(String field) {
        return answers.getOrDefault(field, "");
    }

    String words() {
        return text("words");
    }

    Optional<OrgId> unit() {
        return text("unit").matches("org_[a-z0-9]{1,40}") ? Optional.of(new OrgId(text("unit"))) : Optional.empty();
    }

    LocalDate day(String field) {
        return LocalDate.parse(text(field));
    }

    @Nullable
    LocalDate dayOrNone(String field) {
        return text(field).isBlank() ? null : day(field);
    }

    private boolean isNoDay(String field) {
        try {
            day(field);
            return false;
        } catch (DateTimeParseException _) {
            return true;
        }
    }

    /// Empty when nothing was marked.
    Optional<Verdict> verdict() {
        return isUnmarked()
                ? Optional.empty()
                : Optional.of(
                        new Verdict(Boolean.parseBoolean(text("resolved")), Integer.parseInt(text("rating")), words()));
    }
}
