// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.MEMBERSHIP;
import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.PERSON;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Requests;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people of all organisations (人员管理), for those who look after all of them. An account is disabled and enabled
/// again, never deleted.
@Component
public class People {

    private static final String ROLES = "roles";

    private final DSLContext database;
    private final InstantSource clock;
    private final Requests requests;
    private final Audit audit;

    People(DSLContext database, InstantSource clock, Requests requests, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.requests = requests;
        this.audit = audit;
    }

    public sealed interface Outcome {
        record Done(boolean isDisabled) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    private record Switch(PersonId person, boolean disabled) {}

    /// Refuses whoever does not look after the people of all organisations.
    public static void require(Actor actor) {
        if (!reachesAll(actor)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.MANAGE_PEOPLE.name()));
        }
    }

    public static boolean reachesAll(Actor actor) {
        return actor.scope(Permission.MANAGE_PEOPLE) instanceof Scope.All;
    }

    @Transactional(readOnly = true)
    public int count(Actor actor, PeopleFilter filter) {
        require(actor);
        return database.fetchCount(database.selectDistinct(MEMBERSHIP.PERSON_ID, MEMBERSHIP.ORGANISATION_ID)
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(MEMBERSHIP.ORGANISATION_ID))
                .where(matching(filter)));
    }

    /// By login. @param page counted from 1
    @Transactional(readOnly = true)
    public List<PersonSeat> list(Actor actor, PeopleFilter filter, int page, int size) {
        require(actor);
        return seats(matching(filter), (long) (page - 1) * size, size);
    }

    /// Every seat of one person; empty for a person who has none.
    @Transactional(readOnly = true)
    public List<PersonSeat> find(Actor actor, PersonId person) {
        require(actor);
        return seats(isValid().and(PERSON.ID.eq(person.value())), 0, Colleagues.ROWS_MAX);
    }

    /// Disables an account or enables it again. Refuses one's own, and an administrator's unless one is one.
    @Transactional
    public Outcome disable(Actor actor, RequestKey key, PersonId person, boolean disabled) {
        require(actor);
        if (!database.fetchExists(PERSON, PERSON.ID.eq(person.value()))) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return requests.once(
                actor, key, new Switch(person, disabled), Outcome.class, () -> decide(actor, person, disabled));
    }

    private Outcome decide(Actor actor, PersonId person, boolean disabled) {
        if (person.equals(actor.person())) {
            return new Outcome.Refused(Refusal.of(IdentityRefusal.OWN_ACCOUNT));
        }
        if (isAdministrator(person) && !actor.roles().contains(Role.ADMINISTRATOR)) {
            return new Outcome.Refused(Refusal.of(IdentityRefusal.ADMINISTRATOR_ONLY));
        }
        database.update(PERSON)
                .set(PERSON.DISABLED_AT, disabled ? now() : null)
                .where(PERSON.ID.eq(person.value()))
                .execute();
        var action = disabled ? "identity.person-disabled" : "identity.person-enabled";
        audit.record(actor, action, person.value(), Map.of());
        return new Outcome.Done(disabled);
    }

    private boolean isAdministrator(PersonId person) {
        return database.fetchExists(
                MEMBERSHIP,
                isValid()
                        .and(MEMBERSHIP.PERSON_ID.eq(person.value()))
                        .and(MEMBERSHIP.ROLE.eq(Role.ADMINISTRATOR.name())));
    }

    private List<PersonSeat> seats(Condition which, long offset, int limit) {
        return database.select(PERSON.ID, PERSON.LOGIN, PERSON.NAME, PERSON.LAST_SIGN_IN_AT, PERSON.DISABLED_AT)
                .select(ORGANISATION.ID, ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN)
                .select(DSL.arrayAgg(MEMBERSHIP.ROLE).as(ROLES))
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(MEMBERSHIP.ORGANISATION_ID))
                .where(which)
                .groupBy(PERSON.ID, ORGANISATION.ID)
                .orderBy(PERSON.LOGIN, ORGANISATION.ID)
                .offset(offset)
                .limit(limit)
                .fetch(row -> new PersonSeat(
                        new PersonId(row.get(PERSON.ID)),
                        row.get(PERSON.LOGIN),
                        row.get(PERSON.NAME),
                        new OrgId(row.get(ORGANISATION.ID)),
                        row.get(ORGANISATION.NAME_ZH),
                        row.get(ORGANISATION.NAME_EN),
                        Arrays.stream(row.get(ROLES, String[].class))
                                .map(Role::valueOf)
                                .sorted()
                                .toList(),
                        row.get(PERSON.LAST_SIGN_IN_AT) == null
                                ? null
                                : row.get(PERSON.LAST_SIGN_IN_AT).toInstant(),
                        row.get(PERSON.DISABLED_AT) != null));
    }

    private Condition matching(PeopleFilter filter) {
        var matching = isValid();
        if (!filter.text().isEmpty()) {
            matching = matching.and(PERSON.LOGIN
                    .containsIgnoreCase(filter.text())
                    .or(PERSON.NAME.containsIgnoreCase(filter.text()))
                    .or(ORGANISATION.NAME_ZH.containsIgnoreCase(filter.text()))
                    .or(ORGANISATION.NAME_EN.containsIgnoreCase(filter.text())));
        }
        if (filter.role() != null) {
            matching = matching.and(MEMBERSHIP.ROLE.eq(filter.role().name()));
        }
        if (filter.disabled() != null) {
            matching = matching.and(filter.disabled() ? PERSON.DISABLED_AT.isNotNull() : PERSON.DISABLED_AT.isNull());
        }
        return matching;
    }

    private Condition isValid() {
        return MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(now()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
