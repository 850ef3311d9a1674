// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.joining.JoiningState;
import io.atrium.compute.joining.JoiningView;
import io.atrium.compute.joining.Joinings;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.web.deadline.Dues;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/// Applications to join on the operator's desk, and on that of the provider: to begin, to mend, to wait for.
@Component
class JoiningDesk {

    private static final int ITEMS_MAX = 20;

    private final Joinings joinings;
    private final OrganisationNames names;
    private final Dues dues;

    JoiningDesk(Joinings joinings, OrganisationNames names, Dues dues) {
        this.joinings = joinings;
        this.names = names;
        this.dues = dues;
    }

    List<DeskItem> items(Actor actor, Text t) {
        return actor.may(Permission.DECIDE_JOINING) ? toDecide(actor, t) : toDo(actor, t);
    }

    private List<DeskItem> toDecide(Actor actor, Text t) {
        var open = joinings.list(actor.scope(Permission.DECIDE_JOINING), 0, ITEMS_MAX).stream()
                .filter(joining -> joining.state() == JoiningState.SUBMITTED)
                .toList();
        var providers = names.of(t, open.stream().map(JoiningView::provider).toList());
        return open.stream()
                .map(joining -> new DeskItem(
                        t.of(
                                "compute.joining.desk.decide",
                                providers.getOrDefault(joining.provider(), ""),
                                joining.number()),
                        t.of("compute.joining.desk.decide.action"),
                        JoiningCourse.LIST + "/" + joining.id(),
                        dues.at(joining.submitted().decideBy())))
                .toList();
    }

    /// A provider without pools is told the way in; one whose application was returned, to mend it.
    private List<DeskItem> toDo(Actor actor, Text t) {
        if (actor.kind() != OrgKind.PROVIDER || !actor.may(Permission.JOIN_AS_PROVIDER)) {
            return List.of();
        }
        var open = joinings.findOpen(actor.organisation());
        if (open.isPresent()) {
            return open
                    .filter(joining -> joining.state() == JoiningState.RETURNED)
                    .map(joining -> new DeskItem(
                            t.of("compute.joining.desk.mend", joining.number()),
                            t.of("compute.joining.desk.mend.action"),
                            JoiningCourse.LIST + "/" + joining.id(),
                            null))
                    .stream()
                    .toList();
        }
        return joinings.obstacle(actor.organisation()).isPresent()
                ? List.of()
                : List.of(new DeskItem(
                        t.of("compute.joining.desk.begin"),
                        t.of("compute.joining.start.title"),
                        JoiningCourse.NEW,
                        null));
    }

    /// A provider's own that waits for the operator, with the day by which it is decided.
    List<DeskItem> ahead(Actor actor, Text t) {
        if (!actor.may(Permission.JOIN_AS_PROVIDER)) {
            return List.of();
        }
        return joinings
                .findOpen(actor.organisation())
                .filter(joining -> joining.state() == JoiningState.SUBMITTED)
                .map(joining -> new DeskItem(
                        t.of("compute.joining.desk.waits", joining.number()),
                        t.of("compute.joining.desk.waits.action"),
                        JoiningCourse.LIST + "/" + joining.id(),
                        dues.at(joining.submitted().decideBy())))
                .stream()
                .toList();
    }
}
