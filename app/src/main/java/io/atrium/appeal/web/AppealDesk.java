// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealFilter;
import io.atrium.appeal.AppealFilter.View;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.Appeals;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.component.Tile;
import io.atrium.web.deadline.Dues;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Appeals on the desks of those whose turn it is, and a firm's open ones with the date of their answer.
@Component
class AppealDesk implements DeskSource {

    private static final int ITEMS_MAX = 20;

    private final Appeals appeals;
    private final Dues dues;

    AppealDesk(Appeals appeals, Dues dues) {
        this.appeals = appeals;
        this.dues = dues;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (!actor.may(Permission.READ_APPEAL)) {
            return List.of();
        }
        if (actor.kind() == OrgKind.FIRM) {
            return of(actor, View.WAITING_FOR_FIRM)
                    .map(appeal -> item(appeal, "appeal.desk.firm." + appeal.state(), t))
                    .toList();
        }
        var toDispatch = actor.may(Permission.DISPATCH_APPEAL)
                ? of(actor, View.TO_DISPATCH).map(appeal -> item(appeal, "appeal.desk.dispatch", t))
                : Stream.<DeskItem>empty();
        return Stream.concat(toDispatch, atUnit(actor, t)).toList();
    }

    /// A unit that helps has to keep its own date, not the lead's.
    private Stream<DeskItem> atUnit(Actor actor, Text t) {
        if (!actor.may(Permission.HANDLE_APPEAL)) {
            return Stream.empty();
        }
        var listed = of(actor, View.UNIT).toList();
        var helps = appeals.helpDues(actor, listed);
        return listed.stream()
                .filter(appeal -> helps.containsKey(appeal.id())
                        || (appeal.nextDue() != null && appeal.state() != AppealState.ANSWERED))
                .map(appeal -> helps.containsKey(appeal.id())
                        ? help(appeal, helps.get(appeal.id()), t)
                        : item(appeal, "appeal.desk.unit", t));
    }

    private DeskItem help(AppealView appeal, Instant due, Text t) {
        return new DeskItem(
                t.of("appeal.desk.unit", appeal.need().title(), t.of("appeal.clock.HELP")),
                t.of("appeal.desk.unit.action"),
                "/appeals/" + appeal.id(),
                dues.at(due));
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        if (!actor.may(Permission.READ_APPEAL)) {
            return List.of();
        }
        return actor.kind() == OrgKind.FIRM
                ? List.of(tile(actor, View.OPEN, t))
                : actor.may(Permission.HANDLE_APPEAL)
                        ? List.of(tile(actor, View.UNIT, t), tile(actor, View.OVERDUE, t))
                        : List.of(tile(actor, View.OVERDUE, t));
    }

    /// What units have to do for the firm by when.
    @Override
    public List<DeskItem> ahead(Actor actor, Text t) {
        if (actor.kind() != OrgKind.FIRM || !actor.may(Permission.READ_APPEAL)) {
            return List.of();
        }
        return of(actor, View.OPEN)
                .filter(appeal ->
                        appeal.state() != AppealState.WAITING_FOR_FIRM && appeal.state() != AppealState.ANSWERED)
                .map(appeal -> item(appeal, "appeal.desk.ahead", t))
                .toList();
    }

    private Stream<AppealView> of(Actor actor, View view) {
        return appeals.list(actor, AppealFilter.of(view), 0, ITEMS_MAX).stream();
    }

    private DeskItem item(AppealView appeal, String key, Text t) {
        var next = appeal.nextDue();
        var clock = next == null ? "" : t.of("appeal.clock", next.kind());
        return new DeskItem(
                t.of(key, appeal.need().title(), clock),
                t.of(key + ".action"),
                "/appeals/" + appeal.id(),
                next == null ? null : dues.at(next.at()));
    }

    private Tile tile(Actor actor, View view, Text t) {
        var count = appeals.count(actor, AppealFilter.of(view));
        boolean isOfAll = view == View.OVERDUE && actor.scope(Permission.READ_APPEAL) instanceof Scope.All;
        return Tile.of(
                t.of(isOfAll ? "appeal.tile.OVERDUE.all" : "appeal.tile." + view),
                new Figure(t.number(count), t.of("appeal.tile.unit")),
                "/appeals?view=" + view);
    }
}
