// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.DELEGATION;
import static io.atrium.jooq.Tables.PERSON;

import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Delegations (委托办理): who looks after a firm's people lets another person act for it, with named permissions, until a
/// day. What is done is recorded under both names. Only what reaches one's own organisation can be handed on, and never
/// the right to manage people or tokens, so that nothing is passed further.
@Component
public class Delegations {

    public static final int DAYS_MAX = 366;
    public static final int VALID_MAX = 50;
    private static final int LIST_MAX = 200;
    private static final Set<Permission> KEPT =
            EnumSet.of(Permission.MANAGE_PEOPLE, Permission.MANAGE_TOKENS, Permission.MANAGE_WEBHOOKS);

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;
    private final Requests requests;
    private final ApplicationEventPublisher events;

    Delegations(
            DSLContext database,
            Ids ids,
            InstantSource clock,
            Audit audit,
            Requests requests,
            ApplicationEventPublisher events) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.requests = requests;
        this.events = events;
    }

    public sealed interface Outcome {
        record Delegated(String id) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /// What the actor can hand on; nothing unless they look after their own organisation's people.
    public List<Permission> delegable(Actor actor) {
        return actor.scope(Permission.MANAGE_PEOPLE) instanceof Scope.Own
                ? Arrays.stream(Permission.values())
                        .filter(permission -> !KEPT.contains(permission))
                        .filter(permission -> actor.scope(permission) instanceof Scope.Own)
                        .toList()
                : List.of();
    }

    /// The first day and the last on which a delegation made now can end.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
    }

    /// Refuses, in this order: missing or foreign permissions, an end out of range, too many, an unknown person.
    @Transactional
    public Outcome delegate(Actor actor, RequestKey key, Delegate command) {
        actor.require(Permission.MANAGE_PEOPLE);
        return requests.once(actor, key, command, Outcome.class, () -> {
            var refusal = refusal(actor, command);
            return refusal == null ? insert(actor, command) : new Outcome.Refused(refusal);
        });
    }

    /// Of the actor's own organisation, newest first.
    @Transactional(readOnly = true)
    public List<DelegationView> list(Actor actor) {
        actor.require(Permission.MANAGE_PEOPLE);
        var from = PERSON.as("giver");
        var to = PERSON.as("taker");
        return database.select(DELEGATION.asterisk())
                .select(from.NAME.as("from_name"), to.NAME.as("to_name"), to.LOGIN.as("to_login"))
                .from(DELEGATION)
                .join(from)
                .on(from.ID.eq(DELEGATION.FROM_PERSON))
                .join(to)
                .on(to.ID.eq(DELEGATION.TO_PERSON))
                .where(DELEGATION.ORGANISATION_ID.eq(actor.organisation().value()))
                .orderBy(DELEGATION.ID.desc())
                .limit(LIST_MAX)
                .fetch(row -> new DelegationView(
                        row.get(DELEGATION.ID),
                        row.get("from_name", String.class),
                        row.get("to_name", String.class),
                        row.get("to_login", String.class),
                        permissions(row.get(DELEGATION.PERMISSIONS)),
                        row.get(DELEGATION.SINCE).toInstant(),
                        row.get(DELEGATION.UNTIL).toInstant(),
                        row.get(DELEGATION.ENDED_AT) == null
                                && row.get(DELEGATION.UNTIL).isAfter(now())));
    }

    /// Ends it at once; false when the actor's organisation gave no such delegation that is still valid.
    @Transactional
    public boolean end(Actor actor, String id) {
        actor.require(Permission.MANAGE_PEOPLE);
        int ended = database.update(DELEGATION)
                .set(DELEGATION.ENDED_AT, now())
                .where(DELEGATION.ID.eq(id), valid(actor.organisation()))
                .execute();
        if (ended == 1) {
            audit.record(actor, "identity.delegation-ended", id, Map.of());
        }
        return ended == 1;
    }

    private @Nullable Refusal refusal(Actor actor, Delegate command) {
        if (command.permissions().isEmpty() || !delegable(actor).containsAll(command.permissions())) {
            return Refusal.of(IdentityRefusal.DELEGATION_PERMISSION_MISSING);
        }
        if (command.lastDay().isBefore(today()) || command.lastDay().isAfter(today().plusDays(DAYS_MAX))) {
            return Refusal.of(IdentityRefusal.DELEGATION_END_OUT_OF_RANGE, "days_max", DAYS_MAX);
        }
        if (database.fetchCount(DELEGATION, valid(actor.organisation())) >= VALID_MAX) {
            return Refusal.of(IdentityRefusal.DELEGATION_LIMIT_REACHED, "max", VALID_MAX);
        }
        return delegate(actor, command) == null
                ? Refusal.of(IdentityRefusal.DELEGATE_NOT_FOUND, "login", command.login())
                : null;
    }

    /// Never oneself.
    private @Nullable String delegate(Actor actor, Delegate command) {
        return database.select(PERSON.ID)
                .from(PERSON)
                .where(
                        PERSON.LOGIN.eq(command.login().strip().toLowerCase(Locale.ROOT)),
                        PERSON.DISABLED_AT.isNull(),
                        PERSON.ID.ne(actor.person().value()))
                .fetchOne(PERSON.ID);
    }

    private Outcome insert(Actor actor, Delegate command) {
        var id = ids.next("del");
        var until =
                command.lastDay().plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        var permissions =
                command.permissions().stream().map(Permission::name).sorted().toArray(String[]::new);
        var to = delegate(actor, command);
        database.insertInto(DELEGATION)
                .set(DELEGATION.ID, id)
                .set(DELEGATION.ORGANISATION_ID, actor.organisation().value())
                .set(DELEGATION.FROM_PERSON, actor.person().value())
                .set(DELEGATION.TO_PERSON, to)
                .set(DELEGATION.PERMISSIONS, permissions)
                .set(DELEGATION.SINCE, now())
                .set(DELEGATION.UNTIL, until)
                .execute();
        audit.record(
                actor,
                "identity.delegated",
                id,
                Map.of("to", String.valueOf(to), "permissions", permissions, "until", until.toString()));
        events.publishEvent(new DelegationGiven(
                id, actor.organisation(), actor.name(), new PersonId(Objects.requireNonNull(to)), command.lastDay()));
        return new Outcome.Delegated(id);
    }

    private Condition valid(OrgId organisation) {
        return DSL.and(
                DELEGATION.ORGANISATION_ID.eq(organisation.value()),
                DELEGATION.ENDED_AT.isNull(),
                DELEGATION.UNTIL.gt(now()));
    }

    private static List<Permission> permissions(String[] names) {
        return Arrays.stream(names).map(Permission::valueOf).toList();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
