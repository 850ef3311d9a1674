// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealKind;
import io.atrium.appeal.AppealMove;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.Rules;
import io.atrium.appeal.StepView;
import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.domain.RuleBook;
import io.atrium.appeal.domain.RuleBook.Limit;
import io.atrium.appeal.domain.RuleBook.Source;
import io.atrium.web.component.Option;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What a rule book and an appeal say, in the reader's words.
record AppealWords(Text t, RuleBook book) {

    /// By the book that counts now, read once for a page.
    static AppealWords of(Text t, Rules rules) {
        return new AppealWords(t, rules.current().book());
    }

    /// Categories to choose from.
    List<Option> categories() {
        return book.categories().stream()
                .map(each -> Option.literal(each.code(), t.of(each.name())))
                .toList();
    }

    static Tag tag(AppealState state) {
        return switch (state) {
            case RAISED, DISPATCHED -> Tag.of(Tone.WAIT, "appeal.state." + state);
            case IN_WORK, ANSWERED -> Tag.of(Tone.INFO, "appeal.state." + state);
            case WAITING_FOR_FIRM -> Tag.of(Tone.WAIT, "appeal.state." + state);
            case CLOSED -> Tag.of(Tone.GOOD, "appeal.state." + state);
            case WITHDRAWN -> Tag.of(Tone.PLAIN, "appeal.state." + state);
        };
    }

    String category(String code) {
        return book.category(code).map(found -> t.of(found.name())).orElse(code);
    }

    /// `3 个工作日`.
    String limit(Limit limit) {
        return limit(limit.amount(), limit.unit().name());
    }

    String limit(int amount, String unit) {
        return t.of("appeal.unit." + unit, amount);
    }

    /// How long a limit runs, and that it was extended.
    String length(Clock clock, List<StepView> steps) {
        var length = limit(clock.limit().amount(), clock.limit().unit().name());
        return steps.stream()
                .filter(step -> step.move() == AppealMove.EXTEND && isWithin(clock, step.at()))
                .findFirst()
                .map(step -> t.of(
                        "appeal.limit.extended", length, moment(step.facts().getOrDefault("from", ""))))
                .orElse(length);
    }

    private static boolean isWithin(Clock clock, Instant moment) {
        var end = clock.endedAt();
        return clock.kind() == ClockKind.FINISH
                && !moment.isBefore(clock.startedAt())
                && (end == null || !moment.isAfter(end));
    }

    String clock(ClockKind kind) {
        return t.of("appeal.clock", kind);
    }

    String kind(AppealKind kind) {
        return t.of("appeal.kind", kind);
    }

    /// The source of a limit, and how sure it is.
    static String source(Text t, RuleBook book, String key) {
        if (key.equals(RuleBook.PROMISE)) {
            return t.of("appeal.source.promise");
        }
        var source = book.sources().get(key);
        return source == null ? key : source(t, source);
    }

    private static String source(Text t, Source source) {
        var words = t.lang() == Lang.ZH ? source.zh() : source.en();
        return source.mark().equals("assumed")
                ? words
                : t.of("appeal.source", words, t.of("appeal.source.mark." + source.mark()));
    }

    /// What a step says, with what is special about it.
    String step(StepView step, String unit) {
        var head = t.of("appeal.move", step.move());
        var facts = step.facts();
        var detail = switch (step.move()) {
            case DISPATCH -> unit;
            case PLAN -> plan(step);
            case MEET ->
                t.of(
                        "appeal.step.meet",
                        facts.getOrDefault("meeting", ""),
                        t.date(LocalDate.parse(facts.getOrDefault("day", "2026-01-01"))),
                        facts.getOrDefault("place", ""));
            case ASK_HELP -> t.of("appeal.step.ask-help", unit, moment(facts.getOrDefault("by", "")), step.words());
            case REOPEN -> t.of("appeal.step.reopen", step.words(), unit);
            case EXTEND ->
                t.of(
                        "appeal.step.extend",
                        moment(facts.getOrDefault("from", "")),
                        moment(facts.getOrDefault("until", "")),
                        step.words());
            case ANSWER -> answer(step);
            case ACCEPT ->
                t.of(
                        "appeal.step.accept",
                        t.of("appeal.resolved." + facts.getOrDefault("resolved", "false")),
                        t.of("appeal.rating." + facts.getOrDefault("rating", "3")),
                        step.words());
            case REMIND, ESCALATE, CIRCULATE ->
                t.of(
                        "appeal.step.clock",
                        t.of("appeal.clock." + facts.getOrDefault("clock", "FINISH")),
                        moment(facts.getOrDefault("due", "")));
            default -> step.words();
        };
        return detail.isBlank() ? head : t.of("appeal.step", head, detail.strip());
    }

    private String plan(StepView step) {
        var by = step.facts().get("by");
        return by == null ? step.words() : t.of("appeal.step.plan", step.words(), moment(by));
    }

    private String answer(StepView step) {
        var basis = step.facts().getOrDefault("basis", "");
        var next = step.facts().getOrDefault("next", "");
        return step.words()
                + (basis.isEmpty() ? "" : " " + t.of("appeal.step.basis", basis))
                + (next.isEmpty() ? "" : " " + t.of("appeal.step.next", next));
    }

    private String moment(String text) {
        return text.isEmpty() ? "" : t.dateTime(Instant.parse(text));
    }

    /// Whose turn it is.
    String turn(AppealView appeal, String unit) {
        return switch (appeal.state()) {
            case RAISED -> t.of("appeal.turn.dispatcher");
            case DISPATCHED, IN_WORK -> unit;
            case WAITING_FOR_FIRM, ANSWERED -> t.of("appeal.turn.firm");
            case CLOSED, WITHDRAWN -> "";
        };
    }
}
