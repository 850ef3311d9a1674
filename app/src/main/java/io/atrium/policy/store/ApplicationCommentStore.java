// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.APPLICATION_COMMENT;

import io.atrium.jooq.tables.records.ApplicationCommentRecord;
import io.atrium.policy.ApplicationComment;
import io.atrium.policy.ApplicationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What stewards advise on applications; the caller has found the application before.
@Component
public class ApplicationCommentStore {

    private final DSLContext database;

    ApplicationCommentStore(DSLContext database) {
        this.database = database;
    }

    public void insert(ApplicationComment comment) {
        database.insertInto(APPLICATION_COMMENT)
                .set(APPLICATION_COMMENT.ID, comment.id())
                .set(APPLICATION_COMMENT.APPLICATION_ID, comment.application().value())
                .set(APPLICATION_COMMENT.ITEM, comment.item())
                .set(APPLICATION_COMMENT.TEXT, comment.text())
                .set(APPLICATION_COMMENT.AT, comment.at().atOffset(ZoneOffset.UTC))
                .set(APPLICATION_COMMENT.BY_NAME, comment.by())
                .execute();
    }

    public void answer(String comment, String answer, Instant at) {
        database.update(APPLICATION_COMMENT)
                .set(APPLICATION_COMMENT.ANSWER, answer)
                .set(APPLICATION_COMMENT.ANSWERED_AT, at.atOffset(ZoneOffset.UTC))
                .where(APPLICATION_COMMENT.ID.eq(comment))
                .execute();
    }

    public void resolve(String comment, Instant at) {
        database.update(APPLICATION_COMMENT)
                .set(APPLICATION_COMMENT.RESOLVED_AT, at.atOffset(ZoneOffset.UTC))
                .where(APPLICATION_COMMENT.ID.eq(comment))
                .execute();
    }

    public Optional<ApplicationComment> find(ApplicationId application, String comment) {
        return database.selectFrom(APPLICATION_COMMENT)
                .where(APPLICATION_COMMENT.ID.eq(comment))
                .and(APPLICATION_COMMENT.APPLICATION_ID.eq(application.value()))
                .fetchOptional(ApplicationCommentStore::comment);
    }

    /// First to last.
    public List<ApplicationComment> list(ApplicationId application) {
        return database.selectFrom(APPLICATION_COMMENT)
                .where(APPLICATION_COMMENT.APPLICATION_ID.eq(application.value()))
                .orderBy(APPLICATION_COMMENT.ID)
                .fetch(ApplicationCommentStore::comment);
    }

    private static ApplicationComment comment(ApplicationCommentRecord row) {
        return new ApplicationComment(
                row.getId(),
                new ApplicationId(row.getApplicationId()),
                row.getItem(),
                row.getText(),
                row.getAt().toInstant(),
                row.getByName(),
                row.getAnswer(),
                instant(row.getAnsweredAt()),
                instant(row.getResolvedAt()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
