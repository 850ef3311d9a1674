// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.domain;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.premises.MoveKind;
import io.atrium.premises.Office;
import io.atrium.web.text.Bilingual;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a move runs (一件事办理模板): its steps, what each waits for, who does it in how many working days, and how it was
/// before. A version is never edited; the next one is a file of its own.
///
/// @param confirmsRooms code of the step with which the rooms are fixed; null where they are known from the start
/// @param handsOver code of the step with which the rooms change hands
/// @param documents names of what the firm brings, by code
/// @param steps each after those that it waits for
public record MoveTemplate(
        MoveKind kind,
        int version,
        Bilingual title,
        @Nullable String confirmsRooms,
        String handsOver,
        Map<String, Source> sources,
        Before before,
        Map<String, Bilingual> documents,
        List<Step> steps) {

    /// Where a figure comes from. @param mark `assumed` where no document states it
    public record Source(String zh, String en, String mark) {

        public Bilingual words() {
            return new Bilingual(zh, en);
        }

        public boolean isAssumed() {
            return mark.equals("assumed");
        }
    }

    /// How it was done before (改革前). @param days working days
    public record Before(int steps, int days, int documents, int visits, String source) {}

    /// From when the days of a step are counted.
    public enum From {
        /// The day on which it opens.
        OPENING,
        /// The day that the firm wishes, or the opening if that is later.
        WANTED_DAY
    }

    /// @param days working days
    /// @param visit whether somebody of the firm has to be there
    public record Step(
            String code,
            Bilingual title,
            Bilingual task,
            Office office,
            int days,
            @Nullable From countsFrom,
            @Nullable List<String> documents,
            boolean visit,
            @Nullable List<String> after,
            String source) {

        public List<String> needs() {
            return Objects.requireNonNullElse(documents, List.of());
        }

        public List<String> waitsFor() {
            return Objects.requireNonNullElse(after, List.of());
        }

        /// The day after which the working days of the step are counted.
        public LocalDate countedFrom(LocalDate opened, LocalDate wanted) {
            return countsFrom == From.WANTED_DAY && wanted.isAfter(opened) ? wanted : opened;
        }

        public LocalDate dueOn(LocalDate opened, LocalDate wanted, WorkingCalendar calendar) {
            return calendar.plusWorkingDays(countedFrom(opened, wanted), days);
        }
    }

    public MoveTemplate {
        var known = new HashSet<String>();
        for (var step : steps) {
            check(known.containsAll(step.waitsFor()), step.code() + " waits for a step that is not before it");
            check(documents.keySet().containsAll(step.needs()), step.code() + " needs an unknown document");
            check(sources.containsKey(step.source()), step.code() + " has an unknown source");
            check(step.days() > 0 && known.add(step.code()), step.code() + " has no days, or is there twice");
        }
        check(known.contains(handsOver), "no step hands over");
        check(confirmsRooms == null || known.contains(confirmsRooms), "no step confirms rooms");
        check(
                before.steps() > 0 && before.days() > 0 && before.documents() > 0 && before.visits() > 0,
                "nothing before");
        check(sources.containsKey(before.source()), "what was before has an unknown source");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    public Step step(String code) {
        return steps.stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /// Codes of the steps that begin once these are done.
    public List<String> opened(Set<String> done) {
        return steps.stream()
                .filter(step -> !done.contains(step.code()) && done.containsAll(step.waitsFor()))
                .map(Step::code)
                .toList();
    }

    public Source source(String name) {
        return Objects.requireNonNull(sources.get(name), name);
    }

    /// Working days from the form to the end when every step takes all of its days: steps side by side count once.
    public int days() {
        var ends = new HashMap<String, Integer>();
        int longest = 0;
        for (var step : steps) {
            int begins = step.waitsFor().stream()
                    .mapToInt(code -> Objects.requireNonNull(ends.get(code)))
                    .max()
                    .orElse(0);
            ends.put(step.code(), begins + step.days());
            longest = Math.max(longest, begins + step.days());
        }
        return longest;
    }

    /// What the firm brings, each once, however many steps need it.
    public List<Bilingual> brought() {
        var codes = new LinkedHashSet<String>();
        steps.forEach(step -> codes.addAll(step.needs()));
        return codes.stream()
                .map(code -> Objects.requireNonNull(documents.get(code)))
                .toList();
    }

    public int visits() {
        return (int) steps.stream().filter(Step::visit).count();
    }
}
