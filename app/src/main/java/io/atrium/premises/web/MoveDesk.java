// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.premises.MoveId;
import io.atrium.premises.MoveView;
import io.atrium.premises.Moves;
import io.atrium.premises.StepState;
import io.atrium.premises.StepView;
import io.atrium.web.component.Due;
import io.atrium.web.deadline.Dues;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Open steps of moves on the desk of their units, and what was returned on that of the firm.
@Component
class MoveDesk implements DeskSource {

    private final Moves moves;
    private final OrganisationNames names;
    private final Dues dues;
    private final WorkingCalendar calendar;

    MoveDesk(Moves moves, OrganisationNames names, Dues dues, WorkingCalendar calendar) {
        this.moves = moves;
        this.names = names;
        this.dues = dues;
        this.calendar = calendar;
    }

    @Override
    public int order() {
        return 37;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        var toDo = moves.toDo(actor);
        var returned = moves.returned(actor);
        if (toDo.isEmpty() && returned.isEmpty()) {
            return List.of();
        }
        var of = moves.ofSteps(
                actor, Stream.concat(toDo.stream(), returned.stream()).toList());
        var called =
                names.of(t, of.values().stream().map(MoveView::firm).distinct().toList());
        return Stream.concat(
                        toDo.stream().flatMap(step -> item(of, called, step, "premises.desk.step", t)),
                        returned.stream().flatMap(step -> item(of, called, step, "premises.desk.returned", t)))
                .toList();
    }

    private Stream<DeskItem> item(
            Map<MoveId, MoveView> of, Map<OrgId, String> called, StepView step, String key, Text t) {
        return Stream.ofNullable(of.get(step.move()))
                .map(move -> new DeskItem(
                        t.of(key, title(move, step, t), called.getOrDefault(move.firm(), "")),
                        t.of(key + ".action"),
                        MoveListPages.PATH + "/" + move.id(),
                        due(step)));
    }

    private String title(MoveView move, StepView step, Text t) {
        return t.of(moves.template(move).step(step.code()).title());
    }

    private @Nullable Due due(StepView step) {
        var due = step.dueOn();
        return due == null || step.state() != StepState.OPEN ? null : dues.at(calendar.closing(due));
    }
}
