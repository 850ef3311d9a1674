// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.domain;

import io.atrium.appeal.AppealView.Verdict;
import io.atrium.appeal.domain.HotlineFile.Fault;
import io.atrium.appeal.domain.HotlineFile.Problem;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.sheet.OfficeTable.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an order ended before it came here (历史工单办结情况).
///
/// @param verdict what the firm said of it, if it was asked
public record HotlineEnd(
        Instant raisedAt,
        Instant endedAt,
        String answer,
        @Nullable Verdict verdict) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "[uuuu-M-d][uuuu/M/d][uuuu年M月d日][ ]['T'][H:mm[:ss]]")
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Map<String, Boolean> YES_OR_NO = Map.of(
            "是", true, "已解决", true, "yes", true, "true", true, "否", false, "未解决", false, "no", false, "false", false);

    private static final Map<String, Integer> RATINGS =
            Map.of("非常满意", 5, "满意", 4, "基本满意", 3, "不满意", 2, "非常不满意", 1, "5", 5, "4", 4, "3", 3, "2", 2, "1", 1);

    /// The end that a row tells of; an order without a time of its end is open. What is wrong is put to the problems.
    public static Optional<HotlineEnd> read(Row<HotlineColumn> row, Instant now, List<Problem> problems) {
        if (row.cell(HotlineColumn.ENDED_AT).isEmpty()) {
            refuseResultWithoutEnd(row, problems);
            return Optional.empty();
        }
        return new Reading(row, now, problems).end();
    }

    private static void refuseResultWithoutEnd(Row<HotlineColumn> row, List<Problem> problems) {
        var results = List.of(HotlineColumn.ANSWER, HotlineColumn.RESOLVED, HotlineColumn.RATING);
        if (results.stream().anyMatch(column -> !row.cell(column).isEmpty())) {
            problems.add(Problem.of(row.line(), HotlineColumn.ENDED_AT, Fault.CELL_MISSING, ""));
        }
    }

    /// One row and what is wrong with it.
    private record Reading(Row<HotlineColumn> row, Instant now, List<Problem> all, List<Problem> own) {

        Reading(Row<HotlineColumn> row, Instant now, List<Problem> all) {
            this(row, now, all, new ArrayList<>());
        }

        Optional<HotlineEnd> end() {
            var raised = time(HotlineColumn.RAISED_AT);
            var ended = time(HotlineColumn.ENDED_AT);
            var answer = needed(HotlineColumn.ANSWER);
            var verdict = verdict();
            if (raised != null && ended != null && (ended.isBefore(raised) || ended.isAfter(now))) {
                refuse(HotlineColumn.ENDED_AT, Fault.TIMES_OUT_OF_ORDER);
            }
            all.addAll(own);
            return raised == null || ended == null || !own.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new HotlineEnd(raised, ended, answer, verdict));
        }

        private String needed(HotlineColumn column) {
            if (row.cell(column).isEmpty()) {
                refuse(column, Fault.CELL_MISSING);
            }
            return row.cell(column);
        }

        /// A day alone counts from its beginning.
        private @Nullable Instant time(HotlineColumn column) {
            var text = needed(column);
            if (text.isEmpty()) {
                return null;
            }
            try {
                var time = TIME.parseBest(text, LocalDateTime::from, LocalDate::from);
                var local = time instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) time;
                return local.atZone(BusinessClock.ZONE).toInstant();
            } catch (DateTimeParseException _) {
                refuse(column, Fault.TIME_UNREADABLE);
                return null;
            }
        }

        /// Both or neither: the rates count solved cases among those that were marked.
        private @Nullable Verdict verdict() {
            if (row.cell(HotlineColumn.RESOLVED).isEmpty()
                    && row.cell(HotlineColumn.RATING).isEmpty()) {
                return null;
            }
            var resolved = known(HotlineColumn.RESOLVED, YES_OR_NO);
            var rating = known(HotlineColumn.RATING, RATINGS);
            return resolved == null || rating == null ? null : new Verdict(resolved, rating, "");
        }

        private <T> @Nullable T known(HotlineColumn column, Map<String, T> meanings) {
            var text = needed(column);
            var meaning = meanings.get(text.toLowerCase(Locale.ROOT));
            if (meaning == null && !text.isEmpty()) {
                refuse(column, Fault.VERDICT_UNKNOWN);
            }
            return meaning;
        }

        private void refuse(HotlineColumn column, Fault fault) {
            own.add(Problem.of(row.line(), column, fault, row.cell(column)));
        }
    }
}
