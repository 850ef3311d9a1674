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
import io.atrium.web.Requests;
import io.atrium.web.Seen;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Members of an organisation (成员): added, given other roles, and let go; by the operator for anyone, by an owner for
/// their own firm. Nobody is deleted: what they did keeps their name.
@Component
public class Members {

    private final Organisations organisations;
    private final Requests requests;
    private final Audit audit;
    private final DSLContext database;
    private final InstantSource clock;

    Members(Organisations organisations, Requests requests, Audit audit, DSLContext database, InstantSource clock) {
        this.organisations = organisations;
        this.requests = requests;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    public sealed interface Outcome {
        record Added(PersonId person) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    public sealed interface Change {
        record Changed(Set<Role> roles) implements Change {}

        record Refused(Refusal refusal) implements Change {}
    }

    /// What the idempotency of the request goes by: everything but the password.
    private record Fingerprint(OrgId organisation, String login, String name, Set<Role> roles) {}

    @Transactional
    public Outcome add(Actor actor, RequestKey key, AddMember command) {
        var organisation = visible(actor, command.organisation());
        var refusal = refusal(actor, organisation, command);
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        var fingerprint = new Fingerprint(command.organisation(), command.login(), command.name(), command.roles());
        return requests.once(actor, key, fingerprint, Outcome.class, () -> addNew(actor, command));
    }

    /// Refuses, in this order: roles that somebody else changed meanwhile, a role that does not fit, a role that is not
    /// the actor's to give or take, and leaving
    /// the organisation without anybody to look after it.
    @Transactional
    public Change set(Actor actor, RequestKey key, SetRoles command) {
        var organisation = visible(actor, command.organisation());
        return requests.once(actor, key, command, Change.class, () -> {
            lock(command.organisation());
            var now = current(command);
            if (now.isEmpty()) {
                throw new RefusedException(CommonRefusal.NOT_FOUND);
            }
            var refusal =
                    command.seen().refusal(Seen.of(now)).orElseGet(() -> refusal(actor, organisation, now, command));
            return refusal == null ? change(actor, now, command) : new Change.Refused(refusal);
        });
    }

    @Transactional(readOnly = true)
    public List<MemberView> list(Actor actor, OrgId organisation) {
        visible(actor, organisation);
        return organisations.members(organisation);
    }

    /// The organisation, if the actor looks after its people; else it is not found.
    @Transactional(readOnly = true)
    public OrganisationView visible(Actor actor, OrgId organisation) {
        actor.require(Permission.MANAGE_PEOPLE);
        return organisations
                .find(organisation)
                .filter(found -> actor.scope(Permission.MANAGE_PEOPLE).sees(found.id()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    /// Why these roles cannot be given there by this actor.
    static @Nullable Refusal refusal(Actor actor, OrganisationView organisation, Set<Role> roles) {
        var allowed = RolesOfKind.of(organisation.kind());
        if (!allowed.containsAll(roles)) {
            return Refusal.of(IdentityRefusal.ROLE_NOT_FOR_ORGANISATION, "allowed", allowed);
        }
        return mayTouch(actor, roles) ? null : Refusal.of(IdentityRefusal.ADMINISTRATOR_ONLY);
    }

    /// An operator must not become administrator by their own hand.
    static boolean mayTouch(Actor actor, Set<Role> roles) {
        return !roles.contains(Role.ADMINISTRATOR) || actor.roles().contains(Role.ADMINISTRATOR);
    }

    private Outcome addNew(Actor actor, AddMember command) {
        if (database.fetchExists(PERSON, PERSON.LOGIN.eq(command.login()))) {
            return new Outcome.Refused(Refusal.of(IdentityRefusal.LOGIN_TAKEN, "login", command.login()));
        }
        var person = organisations.addMember(command);
        audit.record(
                actor,
                "identity.member-added",
                person.value(),
                Map.of("organisation", command.organisation().value(), "roles", command.roles()));
        return new Outcome.Added(person);
    }

    private @Nullable Refusal refusal(Actor actor, OrganisationView organisation, Set<Role> now, SetRoles command) {
        var touched = new HashSet<>(now);
        touched.addAll(command.roles());
        touched.removeIf(role -> now.contains(role) && command.roles().contains(role));
        var refusal = refusal(actor, organisation, touched);
        if (refusal != null) {
            return refusal;
        }
        return RolesOfKind.keeper(organisation.kind())
                .filter(keeper -> now.contains(keeper) && !command.roles().contains(keeper))
                .filter(keeper -> !isKeptBySomebodyElse(command, keeper))
                .map(keeper -> Refusal.of(IdentityRefusal.LAST_KEEPER, "role", keeper))
                .orElse(null);
    }

    private boolean isKeptBySomebodyElse(SetRoles command, Role keeper) {
        return database.fetchExists(database.selectOne()
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(
                        MEMBERSHIP.ORGANISATION_ID.eq(command.organisation().value()),
                        MEMBERSHIP.ROLE.eq(keeper.name()),
                        MEMBERSHIP.PERSON_ID.ne(command.person().value()),
                        MEMBERSHIP.UNTIL.isNull(),
                        PERSON.DISABLED_AT.isNull()));
    }

    private Change change(Actor actor, Set<Role> now, SetRoles command) {
        var gone = new HashSet<>(now);
        gone.removeAll(command.roles());
        database.update(MEMBERSHIP)
                .set(MEMBERSHIP.UNTIL, now())
                .where(of(command))
                .and(MEMBERSHIP.ROLE.in(gone.stream().map(Role::name).toList()))
                .execute();
        organisations.give(command.person(), command.organisation(), command.roles());
        audit.record(
                actor,
                command.roles().isEmpty() ? "identity.membership-ended" : "identity.roles-changed",
                command.person().value(),
                Map.of("organisation", command.organisation().value(), "before", now, "after", command.roles()));
        return new Change.Changed(command.roles());
    }

    /// Two owners who let each other go at the same moment must not both succeed.
    private void lock(OrgId organisation) {
        database.select(ORGANISATION.ID)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.eq(organisation.value()))
                .forUpdate()
                .fetch();
    }

    private Set<Role> current(SetRoles command) {
        return database.select(MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .where(of(command))
                .and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(now())))
                .fetchStream()
                .map(row -> Role.valueOf(row.value1()))
                .collect(Collectors.toSet());
    }

    private static Condition of(SetRoles command) {
        return MEMBERSHIP
                .ORGANISATION_ID
                .eq(command.organisation().value())
                .and(MEMBERSHIP.PERSON_ID.eq(command.person().value()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Refusal refusal(Actor actor, OrganisationView organisation, AddMember command) {
        var refusal = NewPerson.refusal(command.login(), command.password());
        if (refusal != null) {
            return refusal;
        }
        return command.roles().isEmpty()
                ? Refusal.of(IdentityRefusal.ROLE_NOT_FOR_ORGANISATION, "allowed", RolesOfKind.of(organisation.kind()))
                : refusal(actor, organisation, command.roles());
    }
}
