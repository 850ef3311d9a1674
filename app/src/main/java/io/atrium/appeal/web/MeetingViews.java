// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.AppealMove;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.Hands;
import io.atrium.appeal.MeetingResult;
import io.atrium.appeal.MeetingView;
import io.atrium.appeal.StepView;
import io.atrium.appeal.domain.Clock;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.access.Actor;
import io.atrium.web.component.Column;
import io.atrium.web.component.Due;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Parts of a meeting's page in the reader's words.
///
/// @param clocks of the appeals on its list, by their ids
record MeetingViews(Text t, Appeals appeals, Map<String, List<Clock>> clocks, OrganisationNames names, Dues dues) {

    static Table table(int rows) {
        return Table.of(
                "appeal.meeting.list.caption",
                Empty.nothingYet("appeal.meeting.empty"),
                rows,
                Column.text("appeal.title"),
                Column.text("appeal.firm"),
                Column.text("appeal.unit"),
                Column.text("appeal.meeting.result"),
                Column.text("appeal.meeting.answer"),
                Column.text("appeal.meeting.promise"),
                Column.text("appeal.due"));
    }

    String progress(MeetingView meeting, List<AppealView> cases) {
        var counts = cases.stream()
                .map(this::result)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var parts = new ArrayList<String>();
        for (var result : MeetingResult.values()) {
            long count = counts.getOrDefault(result, 0L);
            if (count > 0 || result != MeetingResult.WITHDRAWN) {
                parts.add(t.of("appeal.meeting.count." + result, count));
            }
        }
        int hidden = meeting.cases() - cases.size();
        if (hidden > 0) {
            parts.add(t.of("appeal.meeting.count.hidden", hidden));
        }
        return t.of("appeal.meeting.progress", meeting.cases(), String.join(t.of("web.list.separator"), parts));
    }

    private MeetingResult result(AppealView appeal) {
        return MeetingResult.of(appeal, clocksOf(appeal));
    }

    private List<Clock> clocksOf(AppealView appeal) {
        return clocks.getOrDefault(appeal.id().value(), List.of());
    }

    List<Fact> facts(MeetingView meeting) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("appeal.meeting.day"), t.date(meeting.heldOn())));
        facts.add(Fact.of(t.of("appeal.place"), meeting.place()));
        facts.add(Fact.of(t.of("appeal.meeting.host"), names.of(t, meeting.host())));
        var conclusion = meeting.conclusion();
        if (conclusion != null) {
            facts.add(Fact.of(
                            t.of("appeal.meeting.summary"),
                            conclusion.words().isEmpty() ? t.of("appeal.meeting.summary.none") : conclusion.words())
                    .from(t.of("appeal.finding.closed-by", conclusion.by(), t.dateTime(conclusion.at()))));
        }
        return facts;
    }

    MeetingPage.Row row(Actor actor, AppealView appeal, String meeting) {
        var steps = appeals.steps(actor, appeal);
        var result = result(appeal);
        var unit = appeal.owner().unit();
        return new MeetingPage.Row(
                "/appeals/" + appeal.id(),
                appeal.number(),
                appeal.need().title(),
                names.of(t, appeal.firm()),
                unit == null ? "" : names.of(t, unit),
                tag(result),
                last(steps, AppealMove.ANSWER),
                last(steps, AppealMove.PLAN),
                due(result, clocksOf(appeal)),
                opening(actor, appeal, meeting, Act.ANSWER),
                opening(actor, appeal, meeting, Act.PLAN));
    }

    private static Tag tag(MeetingResult result) {
        var key = "appeal.meeting.result." + result;
        return switch (result) {
            case ANSWERED -> Tag.of(Tone.GOOD, key);
            case PROMISED -> Tag.of(Tone.INFO, key);
            case OPEN -> Tag.of(Tone.WAIT, key);
            case WITHDRAWN -> Tag.of(Tone.PLAIN, key);
        };
    }

    private @Nullable Due due(MeetingResult result, List<Clock> clocks) {
        return switch (result) {
            case ANSWERED, WITHDRAWN -> null;
            case PROMISED -> due(ClockKind.PROMISE, clocks);
            case OPEN -> due(ClockKind.FINISH, clocks);
        };
    }

    private @Nullable Due due(ClockKind kind, List<Clock> clocks) {
        return clocks.stream()
                .filter(clock -> clock.kind() == kind && clock.isOpen())
                .reduce((_, later) -> later)
                .map(clock -> dues.at(clock.dueAt()))
                .orElse(null);
    }

    private static @Nullable String opening(Actor actor, AppealView appeal, String meeting, Act act) {
        return mayAct(actor, appeal, act) ? meeting + "?appeal=" + appeal.id() + "&act=" + act.path() + "#act" : null;
    }

    /// What nobody has signed for yet is signed for with it.
    static boolean mayAct(Actor actor, AppealView appeal, Act act) {
        var moves = Hands.offered(actor, appeal);
        return moves.contains(act.move())
                || appeal.state() == AppealState.DISPATCHED && moves.contains(AppealMove.SIGN);
    }

    private static String last(List<StepView> steps, AppealMove move) {
        return StepView.last(steps, move).map(StepView::words).orElse("");
    }
}
