// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.INVITATION;
import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.PERSON;
import static org.jooq.impl.DSL.coalesce;

import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Invitations into an organisation (邀请): a link that works once and for a week. As Atrium sends no mail yet, whoever
/// invites hands the link over by themselves; it is told once and kept as a hash.
@Component
public class Invitations {

    public static final Duration LIFETIME = Duration.ofDays(7);
    public static final int OPEN_MAX = 50;
    private static final int LIST_MAX = 200;
    private static final String SECRET_PREFIX = "inv_";
    private static final String THE_HOUSE = "Atrium";

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;
    private final Members members;
    private final Organisations organisations;
    private final Actors actors;

    Invitations(
            DSLContext database,
            Ids ids,
            InstantSource clock,
            Audit audit,
            Members members,
            Organisations organisations,
            Actors actors) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.members = members;
        this.organisations = organisations;
        this.actors = actors;
    }

    public sealed interface Outcome {
        /// @param secret ends the link; told now and never again
        record Invited(String id, String secret, Instant expiresAt) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    public sealed interface Acceptance {
        record Joined(PersonId person, OrgId organisation) implements Acceptance {}

        record Refused(Refusal refusal) implements Acceptance {}
    }

    /// Who a new person wants to be.
    public record Account(String login, String name, String password) {

        /// Keeps the password out of logs.
        @Override
        public String toString() {
            return "Account[" + login + "]";
        }
    }

    @Transactional
    public Outcome invite(Actor actor, Invite command) {
        var organisation = members.visible(actor, command.organisation());
        var refusal = command.roles().isEmpty()
                ? Refusal.of(IdentityRefusal.ROLE_NOT_FOR_ORGANISATION, "allowed", RolesOfKind.of(organisation.kind()))
                : Members.refusal(actor, organisation, command.roles());
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        return database.fetchCount(INVITATION, of(command.organisation()).and(isOpen())) >= OPEN_MAX
                ? new Outcome.Refused(Refusal.of(IdentityRefusal.INVITATION_LIMIT_REACHED, "max", OPEN_MAX))
                : issue(actor, actor.person(), command);
    }

    /// Newest first, also those that are over.
    @Transactional(readOnly = true)
    public List<InvitationView> list(Actor actor, OrgId organisation) {
        members.visible(actor, organisation);
        return views(of(organisation));
    }

    /// Makes the link useless; false when there is no such open invitation.
    @Transactional
    public boolean revoke(Actor actor, OrgId organisation, String id) {
        members.visible(actor, organisation);
        int revoked = database.update(INVITATION)
                .set(INVITATION.REVOKED_AT, now())
                .where(INVITATION.ID.eq(id), of(organisation), isOpen())
                .execute();
        if (revoked == 1) {
            audit.record(actor, "identity.invitation-revoked", id, Map.of());
        }
        return revoked == 1;
    }

    /// What the holder of a link is invited to; empty for a link that is unknown, used, revoked or expired.
    @Transactional(readOnly = true)
    public Optional<InvitationView> open(String secret) {
        return views(with(secret)).stream().findFirst();
    }

    /// Makes the holder of the link a new person and a member.
    @Transactional
    public Acceptance accept(String secret, Account account) {
        var refusal = NewPerson.refusal(account.login(), account.password());
        if (refusal != null) {
            return new Acceptance.Refused(refusal);
        }
        if (database.fetchExists(PERSON, PERSON.LOGIN.eq(account.login()))) {
            return new Acceptance.Refused(Refusal.of(IdentityRefusal.LOGIN_TAKEN, "login", account.login()));
        }
        return locked(secret)
                .map(invitation -> {
                    var person = organisations.addMember(new AddMember(
                            invitation.organisation(),
                            account.login(),
                            account.name(),
                            account.password(),
                            invitation.roles(),
                            false));
                    return joined(invitation, person);
                })
                .orElseGet(Invitations::notValid);
    }

    /// Makes a person who is already known a member.
    @Transactional
    public Acceptance accept(String secret, PersonId person) {
        return locked(secret)
                .map(invitation -> {
                    organisations.give(person, invitation.organisation(), invitation.roles());
                    return joined(invitation, person);
                })
                .orElseGet(Invitations::notValid);
    }

    private Acceptance joined(InvitationView invitation, PersonId person) {
        database.update(INVITATION)
                .set(INVITATION.ACCEPTED_AT, now())
                .set(INVITATION.ACCEPTED_BY, person.value())
                .where(INVITATION.ID.eq(invitation.id()))
                .execute();
        var actor = actors.find(person, invitation.organisation()).orElseThrow();
        audit.record(
                actor,
                "identity.invitation-accepted",
                invitation.id(),
                Map.of("person", person.value(), "roles", invitation.roles()));
        return new Acceptance.Joined(person, invitation.organisation());
    }

    private static Acceptance notValid() {
        return new Acceptance.Refused(Refusal.of(IdentityRefusal.LINK_NOT_VALID));
    }

    /// @param inviter null when the house itself invites its first administrator
    Outcome.Invited issue(Actor actor, @Nullable PersonId inviter, Invite command) {
        var secret = Secret.random(SECRET_PREFIX);
        var id = ids.next("inv");
        var expires = clock.instant().plus(LIFETIME);
        database.insertInto(INVITATION)
                .set(INVITATION.ID, id)
                .set(INVITATION.ORGANISATION_ID, command.organisation().value())
                .set(INVITATION.NAME, command.name())
                .set(
                        INVITATION.ROLES,
                        command.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .set(INVITATION.SECRET_HASH, secret.hash())
                .set(INVITATION.INVITED_BY, inviter == null ? null : inviter.value())
                .set(INVITATION.CREATED_AT, now())
                .set(INVITATION.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
                .execute();
        audit.record(
                actor,
                "identity.invited",
                id,
                Map.of("organisation", command.organisation().value(), "roles", command.roles()));
        return new Outcome.Invited(id, secret.value(), expires);
    }

    /// Two people with one link: the second waits, then finds it used.
    private Optional<InvitationView> locked(String secret) {
        database.select(INVITATION.ID)
                .from(INVITATION)
                .where(with(secret))
                .forUpdate()
                .fetch();
        return open(secret);
    }

    private List<InvitationView> views(Condition which) {
        return database.select(INVITATION.asterisk())
                .select(
                        ORGANISATION.NAME_ZH,
                        ORGANISATION.NAME_EN,
                        coalesce(PERSON.NAME, THE_HOUSE).as("inviter"))
                .from(INVITATION)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(INVITATION.ORGANISATION_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(INVITATION.INVITED_BY))
                .where(which)
                .orderBy(INVITATION.ID.desc())
                .limit(LIST_MAX)
                .fetch(this::view);
    }

    private InvitationView view(Record row) {
        return new InvitationView(
                row.get(INVITATION.ID),
                new OrgId(row.get(INVITATION.ORGANISATION_ID)),
                row.get(ORGANISATION.NAME_ZH),
                row.get(ORGANISATION.NAME_EN),
                row.get(INVITATION.NAME),
                roles(row),
                row.get("inviter", String.class),
                row.get(INVITATION.CREATED_AT).toInstant(),
                row.get(INVITATION.EXPIRES_AT).toInstant(),
                state(row));
    }

    private static Set<Role> roles(Record row) {
        return Arrays.stream(row.get(INVITATION.ROLES)).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private InvitationView.State state(Record row) {
        if (row.get(INVITATION.ACCEPTED_AT) != null) {
            return InvitationView.State.ACCEPTED;
        }
        if (row.get(INVITATION.REVOKED_AT) != null) {
            return InvitationView.State.REVOKED;
        }
        return row.get(INVITATION.EXPIRES_AT).toInstant().isAfter(clock.instant())
                ? InvitationView.State.OPEN
                : InvitationView.State.EXPIRED;
    }

    private static Condition of(OrgId organisation) {
        return INVITATION.ORGANISATION_ID.eq(organisation.value());
    }

    private Condition with(String secret) {
        return INVITATION.SECRET_HASH.eq(new Secret(secret).hash()).and(isOpen());
    }

    private Condition isOpen() {
        return INVITATION
                .ACCEPTED_AT
                .isNull()
                .and(INVITATION.REVOKED_AT.isNull())
                .and(INVITATION.EXPIRES_AT.gt(now()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
