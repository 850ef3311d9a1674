// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.Entitlements;
import io.atrium.policy.GrantLists;
import io.atrium.policy.GrantView;
import io.atrium.policy.Grants;
import io.atrium.policy.domain.EntitlementGroup;
import io.atrium.policy.domain.GrantState;
import io.atrium.web.component.Due;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Policy on the home page: grants that wait for the firm, lists and objections that wait for the department.
@Component
class PolicyDesk implements DeskSource {

    private final Entitlements entitlements;
    private final Grants grants;
    private final GrantLists lists;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    PolicyDesk(
            Entitlements entitlements, Grants grants, GrantLists lists, BusinessClock clock, WorkingCalendar calendar) {
        this.entitlements = entitlements;
        this.grants = grants;
        this.lists = lists;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (actor.may(Permission.RUN_GRANT_LIST)) {
            return Stream.concat(listsToConfirm(actor, t), objectionsToRule(actor, t))
                    .toList();
        }
        return isFirm(actor) ? grantsToAccept(actor, t).toList() : List.of();
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        if (!isFirm(actor)) {
            return List.of();
        }
        var scope = actor.scope(Permission.READ_ENTITLEMENT);
        long open = entitlements.list(scope, actor.organisation()).stream()
                .filter(found -> found.group().compareTo(EntitlementGroup.APPLY) <= 0)
                .count();
        var figure = new Figure(t.number(open), t.of("policy.desk.entitled.unit"));
        return List.of(Tile.of(t.of("policy.desk.entitled"), figure, "/entitlements"));
    }

    private Stream<DeskItem> grantsToAccept(Actor actor, Text t) {
        return grants.list(actor.scope(Permission.READ_ENTITLEMENT), actor.organisation()).stream()
                .filter(grant -> grant.state() == GrantState.FIRM_CONFIRM)
                .map(grant -> new DeskItem(
                        t.of("policy.desk.accept", grant.amount()),
                        t.of("policy.desk.accept.action"),
                        "/grants/" + grant.id(),
                        due(grant)));
    }

    private Stream<DeskItem> listsToConfirm(Actor actor, Text t) {
        return lists.list(actor).stream()
                .filter(list -> !list.isPublic())
                .map(list -> new DeskItem(
                        t.of("policy.desk.confirm", t.dateShort(calendar.dayOf(list.createdAt()))),
                        t.of("policy.desk.confirm.action"),
                        "/grant-lists/" + list.id(),
                        null));
    }

    private Stream<DeskItem> objectionsToRule(Actor actor, Text t) {
        return grants.held(actor).stream()
                .map(grant -> new DeskItem(
                        t.of("policy.desk.rule", grant.firmName()),
                        t.of("policy.desk.rule.action"),
                        "/grants/" + grant.id(),
                        null));
    }

    private Due due(GrantView grant) {
        return Due.of(Objects.requireNonNull(grant.dueAt()), clock.instant(), calendar);
    }

    private static boolean isFirm(Actor actor) {
        return actor.kind() == OrgKind.FIRM && actor.may(Permission.READ_ENTITLEMENT);
    }
}
