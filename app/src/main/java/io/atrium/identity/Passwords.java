// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.PERSON;
import static io.atrium.jooq.Tables.RECOVERY;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Passwords (密码): changed by who knows the old one, or through a recovery link (找回链接). As Atrium sends no mail, such a
/// link is issued by whoever looks after the person, who hands it over; it works once and for a day. An owner may issue
/// one only for people who act nowhere else, else they could enter another organisation through it.
@Component
public class Passwords {

    public static final Duration LINK_LIFETIME = Duration.ofHours(24);
    private static final String SECRET_PREFIX = "rec_";

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;
    private final PasswordEncoder encoder;
    private final SignIns signIns;
    private final Actors actors;
    private final Members members;

    Passwords(
            DSLContext database,
            Ids ids,
            InstantSource clock,
            Audit audit,
            PasswordEncoder encoder,
            SignIns signIns,
            Actors actors,
            Members members) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.encoder = encoder;
        this.signIns = signIns;
        this.actors = actors;
        this.members = members;
    }

    public sealed interface Outcome {
        record Changed(PersonId person) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    public sealed interface Issue {
        /// @param secret ends the link; told now and never again
        record Issued(String secret, Instant expiresAt) implements Issue {}

        record Refused(Refusal refusal) implements Issue {}
    }

    /// @param address of the caller, for the limit on wrong passwords
    @Transactional
    public Outcome change(Actor actor, String current, String wanted, String address) {
        var refusal = NewPerson.refusal(wanted);
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        if (signIns.prove(actor.person(), current, address) instanceof SignIns.Outcome.Refused(var wrong)) {
            return new Outcome.Refused(wrong);
        }
        set(actor.person(), wanted);
        audit.record(actor, "identity.password-changed", actor.person().value(), Map.of());
        return new Outcome.Changed(actor.person());
    }

    /// Refuses, in this order: oneself, an administrator's account, and a person who acts elsewhere too. Earlier links
    /// stop working.
    @Transactional
    public Issue issueRecovery(Actor actor, OrgId organisation, PersonId person) {
        members.visible(actor, organisation);
        var seats = actors.seats(person);
        if (seats.in(organisation).filter(seat -> !seat.isDelegated()).isEmpty()) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        var refusal = refusal(actor, organisation, seats);
        return refusal == null ? insert(actor, person) : new Issue.Refused(refusal);
    }

    /// The login of the person whom the link is for; empty for a link that is unknown, used or expired.
    @Transactional(readOnly = true)
    public Optional<String> recoverable(String secret) {
        return database.select(PERSON.LOGIN)
                .from(RECOVERY)
                .join(PERSON)
                .on(PERSON.ID.eq(RECOVERY.PERSON_ID))
                .where(with(secret), PERSON.DISABLED_AT.isNull())
                .fetchOptional(PERSON.LOGIN);
    }

    /// Sets the password through the link.
    @Transactional
    public Outcome recover(String secret, String wanted) {
        var refusal = NewPerson.refusal(wanted);
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        var used = database.update(RECOVERY)
                .set(RECOVERY.USED_AT, now())
                .where(with(secret))
                .returning(RECOVERY.ID, RECOVERY.PERSON_ID)
                .fetchOne();
        if (used == null) {
            return new Outcome.Refused(Refusal.of(IdentityRefusal.LINK_NOT_VALID));
        }
        var person = new PersonId(used.getPersonId());
        set(person, wanted);
        audit.record(self(person), "identity.password-recovered", person.value(), Map.of("recovery", used.getId()));
        return new Outcome.Changed(person);
    }

    private static @Nullable Refusal refusal(Actor actor, OrgId organisation, Seats seats) {
        if (seats.person().equals(actor.person())) {
            return Refusal.of(IdentityRefusal.OWN_ACCOUNT);
        }
        if (seats.all().stream().anyMatch(seat -> !Members.mayTouch(actor, seat.roles()))) {
            return Refusal.of(IdentityRefusal.ADMINISTRATOR_ONLY);
        }
        return actor.scope(Permission.MANAGE_PEOPLE) instanceof Scope.Own
                        && seats.all().stream()
                                .anyMatch(seat -> !seat.organisation().equals(organisation))
                ? Refusal.of(IdentityRefusal.RECOVERY_ELSEWHERE)
                : null;
    }

    private Issue insert(Actor actor, PersonId person) {
        database.update(RECOVERY)
                .set(RECOVERY.REVOKED_AT, now())
                .where(RECOVERY.PERSON_ID.eq(person.value()), isOpen())
                .execute();
        var secret = Secret.random(SECRET_PREFIX);
        var id = ids.next("rec");
        var expires = clock.instant().plus(LINK_LIFETIME);
        database.insertInto(RECOVERY)
                .set(RECOVERY.ID, id)
                .set(RECOVERY.PERSON_ID, person.value())
                .set(RECOVERY.SECRET_HASH, secret.hash())
                .set(RECOVERY.ISSUED_BY, actor.person().value())
                .set(RECOVERY.CREATED_AT, now())
                .set(RECOVERY.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
                .execute();
        audit.record(actor, "identity.recovery-issued", person.value(), Map.of("recovery", id));
        return new Issue.Issued(secret.value(), expires);
    }

    private void set(PersonId person, String password) {
        database.update(PERSON)
                .set(PERSON.PASSWORD_HASH, encoder.encode(password))
                .where(PERSON.ID.eq(person.value()))
                .execute();
    }

    /// The person themselves, wherever they act first.
    private Actor self(PersonId person) {
        var seats = actors.seats(person);
        return seats.first()
                .flatMap(seat -> seats.actor(seat.organisation()))
                .orElseGet(() -> SystemActors.of("recovery"));
    }

    private Condition with(String secret) {
        return RECOVERY.SECRET_HASH.eq(new Secret(secret).hash()).and(isOpen());
    }

    private Condition isOpen() {
        return RECOVERY.USED_AT.isNull().and(RECOVERY.REVOKED_AT.isNull()).and(RECOVERY.EXPIRES_AT.gt(now()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
