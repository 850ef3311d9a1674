// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.Clawbacks;
import io.atrium.policy.Entitlement;
import io.atrium.policy.Entitlements;
import io.atrium.policy.GrantListTotals;
import io.atrium.policy.GrantListView;
import io.atrium.policy.GrantLists;
import io.atrium.policy.GrantView;
import io.atrium.policy.Grants;
import io.atrium.policy.domain.EntitlementGroup;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.ObjectionTerm;
import io.atrium.web.component.Due;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Policy on the home page: grants that wait for the firm, lists and objections that wait for the department.
@Component
class PolicyDesk implements DeskSource {

    /// An answer of the last days is called new.
    private static final int NEW_DAYS = 14;

    /// Of one list, firms to remind stand one by one up to here.
    private static final int REMINDED_EACH_MAX = 3;

    private final Entitlements entitlements;
    private final Grants grants;
    private final GrantLists lists;
    private final Clawbacks clawbacks;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    PolicyDesk(
            Entitlements entitlements,
            Grants grants,
            GrantLists lists,
            Clawbacks clawbacks,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.entitlements = entitlements;
        this.grants = grants;
        this.lists = lists;
        this.clawbacks = clawbacks;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (actor.may(Permission.RUN_GRANT_LIST)) {
            return Stream.of(listsToConfirm(actor, t), objectionsToRule(actor, t), clawbacksToDecide(actor, t))
                    .flatMap(items -> items)
                    .toList();
        }
        if (actor.roles().contains(Role.STEWARD)) {
            return firmsToRemind(actor, t);
        }
        return isFirm(actor) && actor.may(Permission.ACCEPT_GRANT)
                ? grantsToMind(actor, t).toList()
                : List.of();
    }

    /// Publicity that runs out by itself: the firm may then confirm, the department has nothing to do.
    @Override
    public List<DeskItem> ahead(Actor actor, Text t) {
        if (isFirm(actor)) {
            return grants.list(actor.scope(Permission.READ_ENTITLEMENT), actor.organisation()).stream()
                    .filter(grant -> grant.state() == GrantState.PUBLICITY && grant.dueAt() != null)
                    .map(grant -> new DeskItem(
                            t.of("policy.desk.publicity", grant.amount()),
                            t.of("policy.desk.publicity.action"),
                            "/grants/" + grant.id(),
                            due(grant)))
                    .toList();
        }
        if (!mayListGrants(actor)) {
            return List.of();
        }
        // a steward has these among what is to be done
        var awaiting = actor.roles().contains(Role.STEWARD) ? List.<DeskItem>of() : listsAwaitingFirms(actor, t);
        return Stream.concat(listsInPublicity(actor, t).stream(), awaiting.stream())
                .toList();
    }

    private List<DeskItem> listsAwaitingFirms(Actor actor, Text t) {
        var found = lists.list(actor).stream().filter(GrantListView::isPublic).toList();
        var totals = lists.totals(found);
        return found.stream()
                .flatMap(list -> awaitingFirms(list, totals.getOrDefault(list.id(), GrantListTotals.NONE), t).stream())
                .toList();
    }

    private Optional<DeskItem> awaitingFirms(GrantListView list, GrantListTotals totals, Text t) {
        var due = totals.confirmBy();
        return totals.lines().stream()
                .filter(line -> line.state() == GrantState.FIRM_CONFIRM)
                .findFirst()
                .map(line -> new DeskItem(
                        t.of("policy.desk.awaiting-firms", list.budgetYear(), line.firms(), line.sum()),
                        t.of("policy.desk.awaiting-firms.action"),
                        "/grant-lists/" + list.id() + "?state=" + GrantState.FIRM_CONFIRM,
                        due == null ? null : Due.of(due, clock.instant(), calendar)));
    }

    /// A steward helps firms to confirm before their window closes: a list with many firms is one thing to do.
    private List<DeskItem> firmsToRemind(Actor actor, Text t) {
        var byList = grants.awaitingFirms(actor).stream()
                .collect(Collectors.groupingBy(GrantView::list, LinkedHashMap::new, Collectors.toList()));
        return byList.values().stream()
                .flatMap(waiting -> waiting.size() > REMINDED_EACH_MAX
                        ? Stream.of(remindAll(waiting, t))
                        : waiting.stream().map(grant -> remind(grant, t)))
                .toList();
    }

    private DeskItem remind(GrantView grant, Text t) {
        return new DeskItem(
                t.of("policy.desk.remind", grant.firmName(t.lang()), grant.amount()),
                t.of("policy.desk.remind.action"),
                "/grants/" + grant.id(),
                due(grant));
    }

    private DeskItem remindAll(List<GrantView> waiting, Text t) {
        var sum = waiting.stream().map(GrantView::amount).reduce(Fen.ZERO, Fen::plus);
        return new DeskItem(
                t.of("policy.desk.remind.all", waiting.size(), sum),
                t.of("policy.desk.awaiting-firms.action"),
                "/grant-lists/" + waiting.getFirst().list() + "?state=" + GrantState.FIRM_CONFIRM,
                waiting.stream()
                        .map(this::due)
                        .min(Comparator.comparing(Due::at))
                        .orElse(null));
    }

    private List<DeskItem> listsInPublicity(Actor actor, Text t) {
        var now = clock.instant();
        return lists.list(actor).stream()
                .filter(list ->
                        list.publicityEndsAt() != null && list.publicityEndsAt().isAfter(now))
                .map(list -> new DeskItem(
                        t.of("policy.desk.list-publicity", list.budgetYear()),
                        t.of("policy.desk.publicity.action"),
                        "/grant-lists/" + list.id(),
                        Due.of(Objects.requireNonNull(list.publicityEndsAt()), now, calendar)))
                .toList();
    }

    private static boolean mayListGrants(Actor actor) {
        return switch (actor.kind()) {
            case DEPARTMENT, COMMUNITY, AUDIT -> actor.may(Permission.READ_ENTITLEMENT);
            case FIRM, PROVIDER, BANK, ADVISER -> false;
        };
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        if (mayListGrants(actor)) {
            return actor.may(Permission.OPERATE_POOL) ? List.of() : List.of(grantLists(actor, t));
        }
        if (!isFirm(actor)) {
            return List.of();
        }
        var scope = actor.scope(Permission.READ_ENTITLEMENT);
        var open = entitlements.list(scope, actor.organisation()).stream()
                .filter(found -> found.group().compareTo(EntitlementGroup.APPLY) <= 0)
                .toList();
        var figure = new Figure(t.number(open.size()), t.of("policy.desk.entitled.unit"));
        var tile = Tile.of(t.of("policy.desk.entitled"), figure, "/entitlements");
        long fresh = open.stream().filter(this::isNew).count();
        return List.of(fresh == 0 ? tile : tile.note(t.of("policy.desk.entitled.new", fresh, NEW_DAYS)));
    }

    private boolean isNew(Entitlement found) {
        return found.stored().decision().asOf().isAfter(clock.today().minusDays(NEW_DAYS));
    }

    private Tile grantLists(Actor actor, Text t) {
        var found = lists.list(actor);
        long toConfirm = found.stream().filter(list -> !list.isPublic()).count();
        var tile = Tile.of(
                t.of("policy.desk.lists"),
                new Figure(t.number(found.size()), t.of("policy.desk.lists.unit")),
                "/grant-lists");
        return actor.may(Permission.RUN_GRANT_LIST)
                ? tile.note(t.of(
                        "policy.desk.lists.open", toConfirm, grants.held(actor).size()))
                : tile;
    }

    /// What waits for the firm itself.
    private Stream<DeskItem> grantsToMind(Actor actor, Text t) {
        return grants.list(actor.scope(Permission.READ_ENTITLEMENT), actor.organisation()).stream()
                .flatMap(grant -> Optional.ofNullable(deskKey(grant.state())).stream()
                        .map(key -> new DeskItem(
                                t.of(key, grant.amount()),
                                t.of(key + ".action"),
                                "/grants/" + grant.id(),
                                due(grant))));
    }

    private static @Nullable String deskKey(GrantState state) {
        return switch (state) {
            case FIRM_CONFIRM -> "policy.desk.accept";
            case ACCOUNT_ABNORMAL -> "policy.desk.account";
            case CLAWBACK_HEARING -> "policy.desk.hearing";
            default -> null;
        };
    }

    private Stream<DeskItem> clawbacksToDecide(Actor actor, Text t) {
        return clawbacks.toDecide(actor).stream()
                .map(grant -> new DeskItem(
                        t.of("policy.desk.clawback", grant.firmName(t.lang())),
                        t.of("policy.desk.clawback.action"),
                        "/grants/" + grant.id(),
                        due(grant)));
    }

    private Stream<DeskItem> listsToConfirm(Actor actor, Text t) {
        return lists.list(actor).stream()
                .filter(list -> !list.isPublic())
                .filter(list -> list.first() == null || !list.first().person().equals(actor.person()))
                .map(list -> new DeskItem(
                        t.of("policy.desk.confirm", t.dateShort(calendar.dayOf(list.createdAt()))),
                        t.of("policy.desk.confirm.action"),
                        "/grant-lists/" + list.id(),
                        null));
    }

    private Stream<DeskItem> objectionsToRule(Actor actor, Text t) {
        return grants.held(actor).stream()
                .map(grant -> new DeskItem(
                        t.of("policy.desk.rule", grant.firmName(t.lang())),
                        t.of("policy.desk.rule.action"),
                        "/grants/" + grant.id(),
                        rulingDue(grant)));
    }

    private @Nullable Due rulingDue(GrantView grant) {
        return grants.steps(grant.id()).stream()
                .filter(step -> step.event() == GrantEvent.OBJECTION_RAISED)
                .map(step -> ObjectionTerm.ruleBy(step.at(), calendar))
                .max(Comparator.naturalOrder())
                .map(at -> Due.of(at, clock.instant(), calendar))
                .orElse(null);
    }

    private Due due(GrantView grant) {
        return Due.of(Objects.requireNonNull(grant.dueAt()), clock.instant(), calendar);
    }

    private static boolean isFirm(Actor actor) {
        return actor.kind() == OrgKind.FIRM && actor.may(Permission.READ_ENTITLEMENT);
    }
}
