// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight.feedback;

import static io.atrium.jooq.Tables.FEEDBACK;

import io.atrium.identity.Audit;
import io.atrium.jooq.tables.records.FeedbackRecord;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of feedback: anybody sends; those with `ANSWER_FEEDBACK` read all and answer once; a sender finds
/// their own.
@Component
class Feedbacks {

    /// Published on the feedback page.
    static final int ANSWER_WORKING_DAYS = 5;

    static final int OPEN_PER_PERSON_MAX = 20;
    static final int OPEN_OF_STRANGERS_MAX = 500;
    static final String NOTICE_KIND = "feedback";

    private final DSLContext database;
    private final Ids ids;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final Audit audit;
    private final Notices notices;

    Feedbacks(
            DSLContext database, Ids ids, BusinessClock clock, WorkingCalendar calendar, Audit audit, Notices notices) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.calendar = calendar;
        this.audit = audit;
        this.notices = notices;
    }

    /// The same key twice keeps one message.
    @Transactional
    FeedbackOutcome send(SendFeedback command) {
        var known = database.fetchOptional(FEEDBACK, FEEDBACK.REQUEST_KEY.eq(scoped(command)));
        if (known.isPresent()) {
            return new FeedbackOutcome.Kept(feedback(known.get()));
        }
        int open = database.fetchCount(FEEDBACK, FEEDBACK.ANSWER.isNull().and(sentBy(command)));
        int openMax = command.actor() == null ? OPEN_OF_STRANGERS_MAX : OPEN_PER_PERSON_MAX;
        if (open >= openMax) {
            return new FeedbackOutcome.Refused(Refusal.of(FeedbackRefusal.FEEDBACK_TOO_MUCH, "limit", openMax));
        }
        return new FeedbackOutcome.Kept(feedback(save(command)));
    }

    private static String scoped(SendFeedback command) {
        var actor = command.actor();
        return (actor == null ? "stranger" : actor.person().value()) + ":" + command.key();
    }

    private static Condition sentBy(SendFeedback command) {
        var actor = command.actor();
        return actor == null
                ? FEEDBACK.PERSON_ID.isNull()
                : FEEDBACK.PERSON_ID.eq(actor.person().value());
    }

    private FeedbackRecord save(SendFeedback command) {
        var now = clock.instant();
        var due = calendar.closing(calendar.plusWorkingDays(calendar.dayOf(now), ANSWER_WORKING_DAYS));
        var row = database.newRecord(FEEDBACK);
        row.setId(ids.next(Feedback.PREFIX));
        row.setRequestKey(scoped(command));
        row.setSender(command.contact());
        var actor = command.actor();
        if (actor != null) {
            row.setPersonId(actor.person().value());
            row.setOrganisationId(actor.organisation().value());
            row.setSender(actor.name() + " · " + actor.organisationName());
            audit.record(actor, "feedback.sent", row.getId(), Map.of("path", command.path()));
        }
        row.setPath(command.path());
        row.setMessage(command.message());
        row.setSentAt(now.atOffset(ZoneOffset.UTC));
        row.setDueAt(due.atOffset(ZoneOffset.UTC));
        row.insert();
        return row;
    }

    /// Answers once; the sender, if known, is told.
    @Transactional
    FeedbackOutcome answer(Actor actor, RequestKey key, String id, String answer) {
        actor.require(Permission.ANSWER_FEEDBACK);
        var row = database.selectFrom(FEEDBACK)
                .where(FEEDBACK.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (row.getAnswer() != null) {
            return row.getAnswer().equals(answer)
                    ? new FeedbackOutcome.Kept(feedback(row))
                    : new FeedbackOutcome.Refused(Refusal.of(FeedbackRefusal.FEEDBACK_ANSWERED));
        }
        row.setAnswer(answer);
        row.setAnsweredBy(actor.person().value());
        row.setAnsweredAt(clock.instant().atOffset(ZoneOffset.UTC));
        row.update();
        audit.record(actor, "feedback.answered", id, Map.of("request_key", key.value()));
        tell(row);
        return new FeedbackOutcome.Kept(feedback(row));
    }

    private void tell(FeedbackRecord row) {
        if (row.getPersonId() != null) {
            notices.send(new SendNotice(
                    new RequestKey(row.getId() + ":answered"),
                    new Recipient.One(new OrgId(row.getOrganisationId()), new PersonId(row.getPersonId())),
                    NOTICE_KIND,
                    SendNotice.Words.of("insight.feedback.notice"),
                    "/feedback/" + row.getId()));
        }
    }

    /// A sender's own, or any for those who answer.
    @Transactional(readOnly = true)
    Optional<Feedback> find(Actor actor, String id) {
        return database.fetchOptional(FEEDBACK, FEEDBACK.ID.eq(id).and(readable(actor)))
                .map(Feedbacks::feedback);
    }

    private static Condition readable(Actor actor) {
        var own = FEEDBACK.PERSON_ID.eq(actor.person().value());
        return actor.may(Permission.ANSWER_FEEDBACK) ? DSL.noCondition() : own;
    }

    /// All, or those that wait, nearest deadline first.
    @Transactional(readOnly = true)
    List<Feedback> list(Actor actor, boolean onlyOpen, long offset, int limit) {
        actor.require(Permission.ANSWER_FEEDBACK);
        return database.selectFrom(FEEDBACK)
                .where(wanted(onlyOpen))
                .orderBy(FEEDBACK.ANSWERED_AT.desc().nullsFirst(), FEEDBACK.DUE_AT, FEEDBACK.ID)
                .offset(offset)
                .limit(limit)
                .fetch(Feedbacks::feedback);
    }

    @Transactional(readOnly = true)
    int count(Actor actor, boolean onlyOpen) {
        actor.require(Permission.ANSWER_FEEDBACK);
        return database.fetchCount(FEEDBACK, wanted(onlyOpen));
    }

    private static Condition wanted(boolean onlyOpen) {
        return onlyOpen ? FEEDBACK.ANSWER.isNull() : DSL.noCondition();
    }

    private static Feedback feedback(FeedbackRecord row) {
        return new Feedback(
                row.getId(),
                row.getPersonId(),
                row.getOrganisationId(),
                row.getSender(),
                row.getPath(),
                row.getMessage(),
                row.getSentAt().toInstant(),
                row.getDueAt().toInstant(),
                row.getAnswer(),
                row.getAnsweredAt() == null ? null : row.getAnsweredAt().toInstant());
    }
}
