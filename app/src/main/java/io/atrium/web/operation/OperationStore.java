// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import static io.atrium.jooq.Tables.OPERATION;
import static io.atrium.jooq.Tables.OPERATION_FILE;

import io.atrium.jooq.tables.records.OperationRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.web.operation.OperationResult.Download;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Operations in the database. Progress is written with the larger number, so that it never goes backwards.
@Component
class OperationStore {

    /// Nodes give a sign of life four times as often.
    static final Duration LOST_AFTER = Duration.ofSeconds(60);

    private final DSLContext database;
    private final JsonMapper json;

    OperationStore(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// False when one with this subject is under way already.
    boolean insert(String id, StartOperation command, Instant now) {
        return database.insertInto(OPERATION)
                        .set(OPERATION.ID, id)
                        .set(OPERATION.PERSON_ID, command.actor().person().value())
                        .set(
                                OPERATION.ORGANISATION_ID,
                                command.actor().organisation().value())
                        .set(OPERATION.SUBJECT, command.subject())
                        .set(OPERATION.TITLE_KEY, command.title().key())
                        .set(OPERATION.TITLE_ARGUMENT, command.title().argument())
                        .set(OPERATION.STAGES, String.join(",", command.stages()))
                        .set(OPERATION.STAGE, 0)
                        .set(OPERATION.DONE, 0L)
                        .set(OPERATION.STATE, OperationState.RUNNING.name())
                        .set(OPERATION.CAN_CANCEL, command.canCancel())
                        .set(OPERATION.CANCEL_ASKED, false)
                        .set(OPERATION.STARTED_AT, utc(now))
                        .set(OPERATION.CHANGED_AT, utc(now))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// Frees the subjects of operations whose node is gone.
    void buryLost(Instant now) {
        database.update(OPERATION)
                .set(OPERATION.STATE, OperationState.FAILED.name())
                .set(OPERATION.CODE, OperationRefusal.OPERATION_INTERRUPTED.name())
                .set(OPERATION.ENDED_AT, utc(now))
                .where(
                        OPERATION.STATE.eq(OperationState.RUNNING.name()),
                        OPERATION.CHANGED_AT.lt(utc(now.minus(LOST_AFTER))))
                .execute();
    }

    Optional<OperationView> underWay(String person, String subject, Instant now) {
        return database.selectFrom(OPERATION)
                .where(
                        OPERATION.PERSON_ID.eq(person),
                        OPERATION.SUBJECT.eq(subject),
                        OPERATION.STATE.eq(OperationState.RUNNING.name()))
                .fetchOptional(row -> view(row, now));
    }

    Optional<OperationView> find(String person, String id, Instant now) {
        return database.selectFrom(OPERATION)
                .where(OPERATION.ID.eq(id), OPERATION.PERSON_ID.eq(person))
                .fetchOptional(row -> view(row, now));
    }

    List<OperationView> list(String person, int limit, Instant now) {
        return database.selectFrom(OPERATION)
                .where(OPERATION.PERSON_ID.eq(person))
                .orderBy(OPERATION.STARTED_AT.desc())
                .limit(limit)
                .fetch(row -> view(row, now));
    }

    /// Whether the person wants it to stop.
    /// In a transaction of its own: work that is all or nothing still tells how far it is, and hears of
    /// a cancellation.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean advance(String id, int stage, long done, @Nullable Long total, Instant now) {
        var stays = OPERATION.STAGE.eq(stage);
        return Boolean.TRUE.equals(database.update(OPERATION)
                .set(
                        OPERATION.DONE,
                        DSL.when(stays, DSL.greatest(OPERATION.DONE, DSL.val(done)))
                                .otherwise(done))
                .set(OPERATION.TOTAL, total)
                .set(OPERATION.STAGE, DSL.greatest(OPERATION.STAGE, DSL.val(stage)))
                .set(OPERATION.CHANGED_AT, utc(now))
                .where(OPERATION.ID.eq(id), OPERATION.STAGE.le(stage))
                .returningResult(OPERATION.CANCEL_ASKED)
                .fetchOne(OPERATION.CANCEL_ASKED));
    }

    void signOfLife(String id, Instant now) {
        database.update(OPERATION)
                .set(OPERATION.CHANGED_AT, utc(now))
                .where(OPERATION.ID.eq(id), OPERATION.STATE.eq(OperationState.RUNNING.name()))
                .execute();
    }

    boolean askToCancel(String person, String id) {
        return database.update(OPERATION)
                        .set(OPERATION.CANCEL_ASKED, true)
                        .where(
                                OPERATION.ID.eq(id),
                                OPERATION.PERSON_ID.eq(person),
                                OPERATION.CAN_CANCEL.isTrue(),
                                OPERATION.STATE.eq(OperationState.RUNNING.name()))
                        .execute()
                == 1;
    }

    void end(String id, OperationState state, @Nullable Refusal refusal, @Nullable String href, Instant now) {
        database.update(OPERATION)
                .set(OPERATION.STATE, state.name())
                .set(OPERATION.CODE, refusal == null ? null : refusal.code().name())
                .set(OPERATION.REFUSAL, refusal == null ? null : JSONB.valueOf(json.writeValueAsString(refusal)))
                .set(OPERATION.RESULT_HREF, href)
                .set(OPERATION.CHANGED_AT, utc(now))
                .set(OPERATION.ENDED_AT, utc(now))
                .where(OPERATION.ID.eq(id))
                .execute();
    }

    void keep(String id, Download file) {
        database.insertInto(OPERATION_FILE)
                .set(OPERATION_FILE.OPERATION_ID, id)
                .set(OPERATION_FILE.NAME, file.name())
                .set(OPERATION_FILE.MEDIA_TYPE, file.mediaType())
                .set(OPERATION_FILE.BYTES, file.bytes())
                .execute();
    }

    Optional<Download> file(String person, String id) {
        return database.select(OPERATION_FILE.NAME, OPERATION_FILE.MEDIA_TYPE, OPERATION_FILE.BYTES)
                .from(OPERATION_FILE)
                .join(OPERATION)
                .on(OPERATION.ID.eq(OPERATION_FILE.OPERATION_ID))
                .where(OPERATION.ID.eq(id), OPERATION.PERSON_ID.eq(person))
                .fetchOptional(row -> new Download(row.value1(), row.value2(), row.value3()));
    }

    private OperationView view(OperationRecord row, Instant now) {
        var changed = row.getChangedAt().toInstant();
        var ended = row.getEndedAt();
        var state = OperationState.valueOf(row.getState());
        boolean isLost = state == OperationState.RUNNING && changed.isBefore(now.minus(LOST_AFTER));
        return new OperationView(
                new OperationId(row.getId()),
                new OperationView.Owner(new PersonId(row.getPersonId()), new OrgId(row.getOrganisationId())),
                new StartOperation.Title(row.getTitleKey(), row.getTitleArgument()),
                List.of(row.getStages().split(",", -1)),
                row.getStage(),
                row.getDone(),
                row.getTotal(),
                isLost ? OperationState.LOST : state,
                row.getCode(),
                refusal(row.getRefusal()),
                new OperationView.Cancelling(row.getCanCancel(), row.getCancelAsked()),
                row.getResultHref(),
                new OperationView.Times(
                        row.getStartedAt().toInstant(), changed, ended == null ? null : ended.toInstant()));
    }

    private @Nullable Refusal refusal(@Nullable JSONB stored) {
        return stored == null ? null : json.readValue(stored.data(), Refusal.class);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
