// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.FAILED_SIGN_IN;
import static io.atrium.jooq.Tables.MEMBERSHIP;
import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.PERSON;

import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.access.Role;
import io.atrium.web.text.Lang;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sign-in by password (登录), with a limit on failures per login and per address. A login that does not exist costs
/// the same time and gives the same answer as a wrong password.
@Component
public class SignIns {

    static final int FAILURES_PER_LOGIN_MAX = 8;
    static final int FAILURES_PER_ADDRESS_MAX = 40;
    private static final int PERSONAS_MAX = 60;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final DSLContext database;
    private final PasswordEncoder passwords;
    private final InstantSource clock;
    private final String hashOfNobody;

    SignIns(DSLContext database, PasswordEncoder passwords, InstantSource clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
        this.hashOfNobody = passwords.encode("nobody has this password");
    }

    public sealed interface Outcome {
        record SignedIn(PersonId person, String name) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    @Transactional
    public Outcome attempt(String typedLogin, String password, String address) {
        var login = typedLogin.strip().toLowerCase(Locale.ROOT);
        if (failures(FAILED_SIGN_IN.LOGIN.eq(login)) >= FAILURES_PER_LOGIN_MAX
                || failures(FAILED_SIGN_IN.ADDRESS.eq(address)) >= FAILURES_PER_ADDRESS_MAX) {
            return new Outcome.Refused(
                    Refusal.of(IdentityRefusal.SIGN_IN_RATE_LIMITED, "retry_after_seconds", WINDOW.toSeconds()));
        }
        return person(login, password).<Outcome>map(found -> found).orElseGet(() -> failed(login, address));
    }

    /// Proves anew who somebody is, under the same limits.
    @Transactional
    public Outcome prove(PersonId person, String password, String address) {
        var login = database.select(PERSON.LOGIN)
                .from(PERSON)
                .where(PERSON.ID.eq(person.value()))
                .fetchSingle(PERSON.LOGIN);
        var outcome = attempt(login, password, address);
        return outcome instanceof Outcome.Refused(var refusal) && refusal.code() == IdentityRefusal.SIGN_IN_FAILED
                ? new Outcome.Refused(Refusal.of(IdentityRefusal.PASSWORD_WRONG))
                : outcome;
    }

    /// Takes down when a person last came in, however they proved who they are.
    @Transactional
    public void succeeded(PersonId person) {
        database.update(PERSON)
                .set(PERSON.LAST_SIGN_IN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(PERSON.ID.eq(person.value()))
                .execute();
    }

    /// The invented people of the demo, whom anybody may become there; newest first.
    @Transactional(readOnly = true)
    public List<Persona> personas() {
        return database.select(PERSON.LOGIN, PERSON.NAME, MEMBERSHIP.ROLE, ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN)
                .from(PERSON)
                .join(MEMBERSHIP)
                .on(MEMBERSHIP.PERSON_ID.eq(PERSON.ID))
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(MEMBERSHIP.ORGANISATION_ID))
                .where(PERSON.IS_PERSONA)
                .orderBy(PERSON.ID.desc())
                .limit(PERSONAS_MAX)
                .fetch(row -> new Persona(
                        row.value1(), row.value2(), Role.valueOf(row.value3()), row.value4(), row.value5()));
    }

    /// An invented person (示范人物), with the organisation they act for.
    public record Persona(String login, String name, Role role, String organisationZh, String organisationEn) {

        public String organisation(Lang lang) {
            return lang == Lang.ZH ? organisationZh : organisationEn;
        }
    }

    private Optional<Outcome.SignedIn> person(String login, String password) {
        var row = database.selectFrom(PERSON)
                .where(PERSON.LOGIN.eq(login), PERSON.DISABLED_AT.isNull())
                .fetchOne();
        var hash = row == null ? hashOfNobody : row.getPasswordHash();
        boolean matches = password.length() <= AddMember.PASSWORD_LENGTH_MAX && passwords.matches(password, hash);
        return row != null && matches
                ? Optional.of(new Outcome.SignedIn(new PersonId(row.getId()), row.getName()))
                : Optional.empty();
    }

    private Outcome failed(String login, String address) {
        database.insertInto(FAILED_SIGN_IN)
                .set(FAILED_SIGN_IN.LOGIN, login.substring(0, Math.min(login.length(), 63)))
                .set(FAILED_SIGN_IN.ADDRESS, address)
                .set(FAILED_SIGN_IN.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        database.deleteFrom(FAILED_SIGN_IN)
                .where(FAILED_SIGN_IN.AT.lt(windowStart()))
                .execute();
        return new Outcome.Refused(Refusal.of(IdentityRefusal.SIGN_IN_FAILED));
    }

    private int failures(Condition whose) {
        return database.fetchCount(FAILED_SIGN_IN, whose.and(FAILED_SIGN_IN.AT.ge(windowStart())));
    }

    private OffsetDateTime windowStart() {
        return clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC);
    }
}
