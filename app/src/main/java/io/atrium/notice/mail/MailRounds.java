// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static io.atrium.jooq.Tables.MAIL;
import static io.atrium.jooq.Tables.MAIL_ADDRESS;
import static io.atrium.jooq.Tables.MAIL_ITEM;

import io.atrium.jooq.tables.records.MailAddressRecord;
import io.atrium.jooq.tables.records.MailRecord;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.Backoff;
import io.atrium.notice.mail.MailServer.Answer;
import io.atrium.notice.mail.MailServer.Envelope;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Delivers mails (投递邮件), round by round: gathers what waited long enough into one mail for each person, then
/// sends mail after mail.
///
/// A mail is locked, sent and marked in one transaction. When the machine dies between the server's "250" and the
/// commit, it is sent once more, with the same Message-ID: at least once, and never another mail. That a mail waits
/// while an earlier one on the same subject does is part of the question that finds it.
@Component
public class MailRounds {

    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);
    private static final int ROUND_MAX = 200;
    private static final int PROBLEM_LENGTH_MAX = 500;

    private final DSLContext database;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final BusinessClock businessClock;
    private final MailServer server;
    private final MailGathering gathering;
    private final MailHold hold;
    private final MailBodies bodies;

    MailRounds(
            DSLContext database,
            TransactionTemplate transactions,
            InstantSource clock,
            BusinessClock businessClock,
            MailServer server,
            MailGathering gathering,
            MailHold hold,
            MailBodies bodies) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.businessClock = businessClock;
        this.server = server;
        this.gathering = gathering;
        this.hold = hold;
        this.bodies = bodies;
    }

    private enum Step {
        NOTHING_DUE,
        GONE_ON,
        SERVER_FAILED
    }

    /// One round; without a mail server it does nothing. It ends at the first failure of the server, so that an outage
    /// costs one try of one mail.
    public void round() {
        if (!server.isOn()) {
            return;
        }
        transactions.executeWithoutResult(_ -> gathering.gather());
        for (int sent = 0; sent < ROUND_MAX; sent++) {
            if (transactions.execute(_ -> step()) != Step.GONE_ON) {
                return;
            }
        }
    }

    private Step step() {
        var found = next();
        if (found.isEmpty()) {
            return Step.NOTHING_DUE;
        }
        var mail = found.get();
        var held = hold.until(mail);
        if (held != null) {
            mail.setHeldUntil(held);
            mail.store();
            return Step.GONE_ON;
        }
        var step = deliver(mail);
        mail.store();
        return step;
    }

    private Optional<MailRecord> next() {
        return database.selectFrom(MAIL)
                .where(
                        MAIL.STATE.eq(MailState.WAITING.name()),
                        MAIL.RETRY_AT.le(now()),
                        MAIL.HELD_UNTIL.isNull().or(MAIL.HELD_UNTIL.le(businessNow())))
                .andNot(waitsForAnEarlierOne())
                .orderBy(MAIL.ID)
                .limit(1)
                .forUpdate()
                .of(MAIL)
                .skipLocked()
                .fetchOptional();
    }

    private static Condition waitsForAnEarlierOne() {
        var item = MAIL_ITEM.as("item");
        var before = MAIL_ITEM.as("before");
        var other = MAIL.as("other");
        return DSL.exists(DSL.selectOne()
                .from(item)
                .join(before)
                .on(
                        before.PERSON_ID.eq(item.PERSON_ID),
                        before.SUBJECT.eq(item.SUBJECT),
                        before.ID.lt(item.ID),
                        before.MAIL_ID.ne(item.MAIL_ID))
                .join(other)
                .on(other.ID.eq(before.MAIL_ID), other.STATE.eq(MailState.WAITING.name()))
                .where(item.MAIL_ID.eq(MAIL.ID)));
    }

    private Step deliver(MailRecord mail) {
        var address = address(mail);
        var body = address.flatMap(to -> bodies.write(mail, to));
        if (body.isEmpty()) {
            end(mail, MailState.DROPPED);
            return Step.GONE_ON;
        }
        var envelope = new Envelope(
                mail.getId(), address.get().getAddress(), mail.getCreatedAt().toInstant());
        mail.setAttempts(mail.getAttempts() + 1);
        return switch (server.send(envelope, body.get())) {
            case Answer.Accepted _ -> {
                mail.setProblem(null);
                end(mail, MailState.SENT);
                yield Step.GONE_ON;
            }
            case Answer.Refused(var problem) -> {
                failed(mail, problem);
                end(mail, MailState.GIVEN_UP);
                yield Step.GONE_ON;
            }
            case Answer.Failed(var problem) -> {
                failed(mail, problem);
                mail.setRetryAt(now().plus(Backoff.after(mail.getAttempts())));
                if (Backoff.isOver(mail.getAttempts())) {
                    end(mail, MailState.GIVEN_UP);
                }
                yield Step.SERVER_FAILED;
            }
        };
    }

    private Optional<MailAddressRecord> address(MailRecord mail) {
        return database.selectFrom(MAIL_ADDRESS)
                .where(MAIL_ADDRESS.PERSON_ID.eq(mail.getPersonId()))
                .fetchOptional();
    }

    private void failed(MailRecord mail, String problem) {
        LOG.warn("mail {} failed for the {}. time: {}", mail.getId(), mail.getAttempts(), problem);
        mail.setProblem(problem.substring(0, Math.min(problem.length(), PROBLEM_LENGTH_MAX)));
    }

    private void end(MailRecord mail, MailState state) {
        mail.setState(state.name());
        mail.setEndedAt(now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime businessNow() {
        return businessClock.instant().atOffset(ZoneOffset.UTC);
    }
}
