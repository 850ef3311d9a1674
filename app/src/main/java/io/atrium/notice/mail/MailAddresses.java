// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static io.atrium.jooq.Tables.MAIL;
import static io.atrium.jooq.Tables.MAIL_ADDRESS;

import io.atrium.identity.Audit;
import io.atrium.kernel.Ids;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.access.Actor;
import io.atrium.notice.NoticeRefusal;
import io.atrium.web.text.Lang;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where a person reads mail (邮箱地址). An address is used once its owner typed the code that was sent there, so that
/// nobody is written to who did not ask for it. Another address takes the place of the old one at once.
@Component
public class MailAddresses {

    static final Duration CODE_VALID = Duration.ofMinutes(30);
    static final int TRIES_MAX = 5;
    /// Codes a person may have sent in a day, so that nobody floods the mailbox of somebody else.
    static final int CODES_PER_DAY_MAX = 5;

    private static final int ADDRESS_LENGTH_MAX = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final MailSettings settings;
    private final Audit audit;

    MailAddresses(DSLContext database, Ids ids, InstantSource clock, MailSettings settings, Audit audit) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.audit = audit;
    }

    public record Address(String address, boolean isConfirmed) {}

    @Transactional(readOnly = true)
    public Optional<Address> find(PersonId person) {
        return database.selectFrom(MAIL_ADDRESS)
                .where(MAIL_ADDRESS.PERSON_ID.eq(person.value()))
                .fetchOptional(row -> new Address(row.getAddress(), row.getConfirmedAt() != null));
    }

    /// Sends a code to the address; null when that is done.
    ///
    /// @param lang of the mails, unless the person's account remembers another
    @Transactional
    public @Nullable Refusal propose(Actor actor, String address, Lang lang) {
        if (!settings.isOn()) {
            return Refusal.of(NoticeRefusal.MAIL_OFF);
        }
        if (address.length() > ADDRESS_LENGTH_MAX || !ADDRESS.matcher(address).matches()) {
            return Refusal.of(NoticeRefusal.MAIL_ADDRESS_NOT_WELL_FORMED);
        }
        database.execute("select pg_advisory_xact_lock(hashtext(?))", "mail:" + actor.person());
        if (codesToday(actor) >= CODES_PER_DAY_MAX) {
            return Refusal.of(NoticeRefusal.MAIL_ADDRESS_TRIED_TOO_OFTEN, "max", CODES_PER_DAY_MAX);
        }
        keep(actor, address, lang);
        sendCode(actor);
        audit.record(actor, "notice.mail-address-proposed", actor.person().value(), Map.of());
        return null;
    }

    /// The code makes the address the person's own; null when it does. Five wrong ones end it.
    @Transactional
    public @Nullable Refusal confirm(Actor actor, String code) {
        var found = database.selectFrom(MAIL_ADDRESS)
                .where(
                        MAIL_ADDRESS.PERSON_ID.eq(actor.person().value()),
                        MAIL_ADDRESS.CONFIRMED_AT.isNull(),
                        MAIL_ADDRESS.TRIES_LEFT.gt(0),
                        MAIL_ADDRESS.CODE_UNTIL.gt(now()))
                .forUpdate()
                .fetchOne();
        if (found == null) {
            return Refusal.of(NoticeRefusal.MAIL_CODE_WRONG, "left", 0);
        }
        if (!code.strip().equals(found.getCode())) {
            found.setTriesLeft(found.getTriesLeft() - 1);
            found.store();
            return Refusal.of(NoticeRefusal.MAIL_CODE_WRONG, "left", found.getTriesLeft());
        }
        found.setConfirmedAt(now());
        found.setCode(null);
        found.store();
        audit.record(actor, "notice.mail-address-confirmed", actor.person().value(), Map.of());
        return null;
    }

    /// No mail any more; what waits is dropped when its turn comes.
    @Transactional
    public void remove(Actor actor) {
        int removed = database.deleteFrom(MAIL_ADDRESS)
                .where(MAIL_ADDRESS.PERSON_ID.eq(actor.person().value()))
                .execute();
        if (removed == 1) {
            audit.record(actor, "notice.mail-address-removed", actor.person().value(), Map.of());
        }
    }

    private int codesToday(Actor actor) {
        return database.fetchCount(
                MAIL,
                MAIL.PERSON_ID.eq(actor.person().value()),
                MAIL.PURPOSE.eq(MailPurpose.CONFIRMATION.name()),
                MAIL.CREATED_AT.gt(now().minusDays(1)));
    }

    private void keep(Actor actor, String address, Lang lang) {
        var code = "%06d".formatted(RANDOM.nextInt(CODES));
        var until = now().plus(CODE_VALID);
        database.insertInto(MAIL_ADDRESS)
                .set(MAIL_ADDRESS.PERSON_ID, actor.person().value())
                .set(MAIL_ADDRESS.ADDRESS, address)
                .set(MAIL_ADDRESS.LANG, lang.tag())
                .set(MAIL_ADDRESS.CODE, code)
                .set(MAIL_ADDRESS.CODE_UNTIL, until)
                .set(MAIL_ADDRESS.TRIES_LEFT, TRIES_MAX)
                .onConflict(MAIL_ADDRESS.PERSON_ID)
                .doUpdate()
                .set(MAIL_ADDRESS.ADDRESS, address)
                .set(MAIL_ADDRESS.LANG, lang.tag())
                .set(MAIL_ADDRESS.CODE, code)
                .set(MAIL_ADDRESS.CODE_UNTIL, until)
                .set(MAIL_ADDRESS.TRIES_LEFT, TRIES_MAX)
                .setNull(MAIL_ADDRESS.CONFIRMED_AT)
                .execute();
    }

    /// Codes that still wait are for the address before.
    private void sendCode(Actor actor) {
        database.update(MAIL)
                .set(MAIL.STATE, MailState.DROPPED.name())
                .set(MAIL.ENDED_AT, now())
                .where(
                        MAIL.PERSON_ID.eq(actor.person().value()),
                        MAIL.PURPOSE.eq(MailPurpose.CONFIRMATION.name()),
                        MAIL.STATE.eq(MailState.WAITING.name()))
                .execute();
        MailRow.insert(database, ids, MailPurpose.CONFIRMATION, actor.person(), now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
