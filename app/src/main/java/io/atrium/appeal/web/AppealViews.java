// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealMove;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.HelperView;
import io.atrium.appeal.StepView;
import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.domain.RuleBook;
import io.atrium.kernel.OrgId;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Parts of an appeal's page in the reader's words.
record AppealViews(AppealWords words, Dues dues, Map<OrgId, String> names) {

    private static final Set<AppealMove> WARNINGS =
            Set.of(AppealMove.ESCALATE, AppealMove.CIRCULATE, AppealMove.RETURN, AppealMove.REOPEN);

    private Text t() {
        return words.t();
    }

    String name(String organisation) {
        return names.getOrDefault(new OrgId(organisation), organisation);
    }

    List<Step> steps(AppealView appeal, List<StepView> taken) {
        var state = appeal.state();
        if (state == AppealState.WITHDRAWN) {
            return withdrawn(taken);
        }
        var answered = state == AppealState.ANSWERED || state == AppealState.CLOSED;
        var line = List.of(
                new Mark("RAISED", true, false),
                new Mark("DISPATCHED", state != AppealState.RAISED, state == AppealState.RAISED),
                new Mark(
                        "SIGNED",
                        answered || state == AppealState.IN_WORK || state == AppealState.WAITING_FOR_FIRM,
                        state == AppealState.DISPATCHED),
                new Mark("ANSWERED", answered, state == AppealState.IN_WORK || state == AppealState.WAITING_FOR_FIRM),
                new Mark("CLOSED", state == AppealState.CLOSED, state == AppealState.ANSWERED));
        return line.stream()
                .map(mark -> new Step(
                        t().of("appeal.course." + mark.name()),
                        mark.isDone() ? Step.State.DONE : mark.isCurrent() ? Step.State.CURRENT : Step.State.AHEAD))
                .toList();
    }

    /// What was done, up to the firm's own word.
    private List<Step> withdrawn(List<StepView> taken) {
        var moves = taken.stream().map(StepView::move).collect(Collectors.toSet());
        return Stream.of(
                        "RAISED",
                        moves.contains(AppealMove.DISPATCH) ? "DISPATCHED" : "",
                        moves.contains(AppealMove.SIGN) ? "SIGNED" : "",
                        "WITHDRAWN")
                .filter(name -> !name.isEmpty())
                .map(name -> new Step(t().of("appeal.course." + name), Step.State.DONE))
                .toList();
    }

    private record Mark(String name, boolean isDone, boolean isCurrent) {}

    List<Fact> facts(AppealView appeal, List<Clock> clocks) {
        var need = appeal.need();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t().of("appeal.number"), appeal.number()));
        facts.add(Fact.of(t().of("appeal.firm"), names.getOrDefault(appeal.firm(), "")));
        clocks.stream()
                .filter(clock -> isFinish(clock) && clock.isOpen())
                .findFirst()
                .ifPresent(finish -> facts.add(Fact.of(t().of("appeal.finish-by"), t().dateTime(finish.dueAt()))));
        if (appeal.state() == AppealState.RAISED && clocks.stream().noneMatch(AppealViews::isFinish)) {
            facts.add(Fact.of(t().of("appeal.finish-by"), t().of("appeal.finish-by.open")));
        }
        var category = words.category(need.category());
        var kind = words.kind(need.kind());
        var named = Fact.of(t().of("appeal.category"), category);
        facts.add(category.equals(kind) ? named : named.from(kind));
        Optional.ofNullable(appeal.owner().unit())
                .ifPresent(unit -> facts.add(unit(appeal, names.getOrDefault(unit, ""))));
        Optional.ofNullable(need.about())
                .ifPresent(about ->
                        facts.add(Fact.of(t().of("appeal.about"), about.title()).linked(about.href())));
        if (!need.place().isEmpty()) {
            facts.add(Fact.of(t().of("appeal.place"), need.place()));
        }
        if (!need.contact().isEmpty()) {
            facts.add(Fact.of(t().of("appeal.contact"), need.contact()));
        }
        facts.add(Fact.of(
                        t().of("appeal.raised-at"), t().dateTime(appeal.raised().at()))
                .from(t().of("appeal.raised-by", appeal.raised().by(), t().of("appeal.channel", need.channel()))));
        Optional.ofNullable(need.externalNumber())
                .ifPresent(number -> facts.add(Fact.of(t().of("appeal.external"), number)));
        Optional.ofNullable(appeal.verdict())
                .ifPresent(verdict ->
                        facts.add(Fact.of(t().of("appeal.verdict"), t().of("appeal.rating." + verdict.rating()))
                                .from(t().of("appeal.resolved." + verdict.isResolved()))));
        return facts;
    }

    private static boolean isFinish(Clock clock) {
        return clock.kind() == ClockKind.FINISH;
    }

    private Fact unit(AppealView appeal, String unit) {
        var fact = Fact.of(t().of("appeal.unit"), unit);
        var handler = appeal.owner().handler();
        return handler == null ? fact : fact.from(t().of("appeal.handler", handler));
    }

    List<AppealPage.Limit> limits(AppealView appeal, RuleBook book, List<Clock> clocks, List<StepView> steps) {
        return clocks.stream()
                .sorted(Comparator.comparing(Clock::kind).thenComparing(Clock::round))
                .map(clock -> limit(appeal, book, clock, steps))
                .toList();
    }

    private AppealPage.Limit limit(AppealView appeal, RuleBook book, Clock clock, List<StepView> steps) {
        var name = clock.round() == 1
                ? words.clock(clock.kind())
                : t().of("appeal.clock.round", words.clock(clock.kind()), clock.round());
        return new AppealPage.Limit(
                name,
                words.length(clock, steps),
                AppealWords.source(t(), book, clock.basis()),
                t().dateTime(clock.startedAt()),
                t().dateTime(clock.dueAt()),
                isDropped(appeal, clock) ? Tag.of(Tone.PLAIN, "appeal.limit.dropped") : state(clock),
                clock.isRunning() ? dues.at(clock.dueAt()) : null);
    }

    /// Ended by the firm's withdrawal, and not by what it was for.
    private static boolean isDropped(AppealView appeal, Clock clock) {
        return appeal.state() == AppealState.WITHDRAWN && Objects.equals(clock.endedAt(), appeal.closedAt());
    }

    private static Tag state(Clock clock) {
        if (clock.endedAt() != null) {
            return clock.isMet() ? Tag.of(Tone.GOOD, "appeal.limit.met") : Tag.of(Tone.BAD, "appeal.limit.late");
        }
        if (clock.pausedAt() != null) {
            return Tag.of(Tone.PLAIN, "appeal.limit.paused");
        }
        return switch (clock.stage()) {
            case RUNNING -> Tag.of(Tone.INFO, "appeal.limit.running");
            case REMINDED -> Tag.of(Tone.WAIT, "appeal.limit.reminded");
            case ESCALATED -> Tag.of(Tone.BAD, "appeal.limit.escalated");
            case CIRCULATED -> Tag.of(Tone.BAD, "appeal.limit.circulated");
        };
    }

    List<AppealPage.Helper> helpers(List<HelperView> helpers) {
        return helpers.stream()
                .map(helper -> new AppealPage.Helper(
                        names.getOrDefault(helper.unit(), ""),
                        helper.task(),
                        helper.doneAt() == null ? dues.at(helper.dueAt()) : null,
                        helper.doneAt() == null
                                ? Tag.of(Tone.WAIT, "appeal.helper.open")
                                : Tag.of(Tone.GOOD, "appeal.helper.done"),
                        helper.answer()))
                .toList();
    }

    /// What happened, oldest first; `internal` chooses which side's.
    List<TimelineEntry> course(List<StepView> steps, boolean internal) {
        return steps.stream()
                .filter(step -> step.isInternal() == internal)
                .map(step -> TimelineEntry.of(
                                step.at(), words.step(step, name(step.facts().getOrDefault("unit", ""))))
                        .by(by(step))
                        .toned(WARNINGS.contains(step.move()) ? Tone.WAIT : tone(step.move())))
                .toList();
    }

    private static Tone tone(AppealMove move) {
        return move == AppealMove.ANSWER || move == AppealMove.ACCEPT ? Tone.GOOD : Tone.PLAIN;
    }

    private String by(StepView step) {
        var organisation = names.get(new OrgId(step.organisation()));
        return organisation == null
                ? t().of("appeal.by.system." + step.by())
                : t().of("appeal.by", step.by(), organisation);
    }
}
