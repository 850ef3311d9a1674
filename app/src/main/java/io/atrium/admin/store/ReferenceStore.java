// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.store;

import static io.atrium.jooq.Tables.REFERENCE_VERSION;

import io.atrium.admin.Subject;
import io.atrium.admin.Version;
import io.atrium.admin.Version.Author;
import io.atrium.admin.Version.Review;
import io.atrium.admin.VersionId;
import io.atrium.admin.VersionState;
import io.atrium.jooq.tables.records.ReferenceVersionRecord;
import io.atrium.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Versions of reference data as rows; the content of a kind is read as its type.
@Component
public class ReferenceStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LOCKS = 0x726566;

    private final DSLContext database;

    ReferenceStore(DSLContext database) {
        this.database = database;
    }

    public void insert(Version<?> version) {
        database.insertInto(REFERENCE_VERSION)
                .set(REFERENCE_VERSION.ID, version.id().value())
                .set(REFERENCE_VERSION.SUBJECT, version.subject().toString())
                .set(REFERENCE_VERSION.NUMBER, version.number())
                .set(REFERENCE_VERSION.STATE, version.state().name())
                .set(REFERENCE_VERSION.CONTENT, json(version.content()))
                .set(REFERENCE_VERSION.BASED_ON, version.basedOn())
                .set(REFERENCE_VERSION.CREATED_AT, version.createdAt().atOffset(ZoneOffset.UTC))
                .set(REFERENCE_VERSION.CREATED_BY, version.author().person().value())
                .set(REFERENCE_VERSION.CREATED_BY_NAME, version.author().name())
                .execute();
    }

    /// Drafts of one subject are made one after the other.
    public void lockSubject(Subject subject) {
        database.execute(
                "select pg_advisory_xact_lock(?, ?)", LOCKS, subject.toString().hashCode());
    }

    public <C> Optional<Version<C>> lock(Subject.Kind kind, VersionId id, Class<C> type) {
        return database.selectFrom(REFERENCE_VERSION)
                .where(REFERENCE_VERSION.ID.eq(id.value()), of(kind))
                .forUpdate()
                .fetchOptional(row -> version(row, type));
    }

    public <C> Optional<Version<C>> find(Subject.Kind kind, VersionId id, Class<C> type) {
        return database.selectFrom(REFERENCE_VERSION)
                .where(REFERENCE_VERSION.ID.eq(id.value()), of(kind))
                .fetchOptional(row -> version(row, type));
    }

    /// Newest first.
    public <C> List<Version<C>> of(Subject subject, Class<C> type) {
        return database.selectFrom(REFERENCE_VERSION)
                .where(REFERENCE_VERSION.SUBJECT.eq(subject.toString()))
                .orderBy(REFERENCE_VERSION.NUMBER.desc())
                .fetch(row -> version(row, type));
    }

    public int nextNumber(Subject subject) {
        return 1
                + Objects.requireNonNullElse(
                        database.select(DSL.max(REFERENCE_VERSION.NUMBER))
                                .from(REFERENCE_VERSION)
                                .where(REFERENCE_VERSION.SUBJECT.eq(subject.toString()))
                                .fetchSingle()
                                .value1(),
                        0);
    }

    /// What counts on a day: of each subject the versions whose day has come, the newest last.
    public <C> List<Version<C>> inForce(Subject.Kind kind, LocalDate today, Class<C> type) {
        return database.selectFrom(REFERENCE_VERSION)
                .where(
                        of(kind),
                        REFERENCE_VERSION.STATE.eq(VersionState.PUBLISHED.name()),
                        REFERENCE_VERSION.EFFECTIVE_ON.le(today))
                .orderBy(REFERENCE_VERSION.SUBJECT, REFERENCE_VERSION.NUMBER)
                .fetch(row -> version(row, type));
    }

    public void saveContent(Version<?> version) {
        database.update(REFERENCE_VERSION)
                .set(REFERENCE_VERSION.CONTENT, json(version.content()))
                .where(REFERENCE_VERSION.ID.eq(version.id().value()))
                .execute();
    }

    public void saveState(VersionId id, VersionState state, Instant now) {
        var submitted = state == VersionState.IN_REVIEW ? now.atOffset(ZoneOffset.UTC) : null;
        database.update(REFERENCE_VERSION)
                .set(REFERENCE_VERSION.STATE, state.name())
                .set(REFERENCE_VERSION.SUBMITTED_AT, submitted)
                .where(REFERENCE_VERSION.ID.eq(id.value()))
                .execute();
    }

    public void saveReview(VersionId id, VersionState state, Author reviewer, Review review) {
        database.update(REFERENCE_VERSION)
                .set(REFERENCE_VERSION.STATE, state.name())
                .set(REFERENCE_VERSION.REVIEWED_AT, review.at().atOffset(ZoneOffset.UTC))
                .set(REFERENCE_VERSION.REVIEWED_BY, reviewer.person().value())
                .set(REFERENCE_VERSION.REVIEWED_BY_NAME, reviewer.name())
                .set(REFERENCE_VERSION.REVIEW_NOTE, review.note())
                .set(REFERENCE_VERSION.EFFECTIVE_ON, review.effectiveOn())
                .where(REFERENCE_VERSION.ID.eq(id.value()))
                .execute();
    }

    /// Takes the versions whose day has come and which were not applied yet; each is given to one taker only.
    public <C> List<Version<C>> takeUnapplied(Subject.Kind kind, LocalDate today, Instant now, Class<C> type) {
        return database.update(REFERENCE_VERSION)
                .set(REFERENCE_VERSION.APPLIED_AT, now.atOffset(ZoneOffset.UTC))
                .where(
                        of(kind),
                        REFERENCE_VERSION.STATE.eq(VersionState.PUBLISHED.name()),
                        REFERENCE_VERSION.EFFECTIVE_ON.le(today),
                        REFERENCE_VERSION.APPLIED_AT.isNull())
                .returning()
                .fetch(row -> version(row, type));
    }

    private static Condition of(Subject.Kind kind) {
        return REFERENCE_VERSION.SUBJECT.startsWith(kind.code() + "/");
    }

    private static JSONB json(Object content) {
        return JSONB.valueOf(JSON.writeValueAsString(content));
    }

    private static <C> Version<C> version(ReferenceVersionRecord row, Class<C> type) {
        return new Version<>(
                new VersionId(row.getId()),
                Subject.parse(row.getSubject()),
                row.getNumber(),
                VersionState.valueOf(row.getState()),
                JSON.readValue(row.getContent().data(), type),
                row.getBasedOn(),
                row.getCreatedAt().toInstant(),
                new Author(new PersonId(row.getCreatedBy()), row.getCreatedByName()),
                review(row));
    }

    private static @Nullable Review review(ReferenceVersionRecord row) {
        return row.getReviewedAt() == null
                ? null
                : new Review(
                        row.getReviewedByName(),
                        row.getReviewedAt().toInstant(),
                        row.getReviewNote(),
                        row.getEffectiveOn());
    }
}
