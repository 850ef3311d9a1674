// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import static io.atrium.jooq.Tables.PRACTICE_NOTE;
import static io.atrium.jooq.Tables.PRACTICE_NOTE_USE;

import io.atrium.appeal.AppealId;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Practice notes and where they were used.
@Component
class NoteStore {

    private static final Field<Integer> USES = DSL.field(
                    DSL.selectCount().from(PRACTICE_NOTE_USE).where(PRACTICE_NOTE_USE.NOTE_ID.eq(PRACTICE_NOTE.ID)))
            .as("uses");

    private final DSLContext database;
    private final Ids ids;

    NoteStore(DSLContext database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    NoteId insert(Actor by, WriteNote command, String category, Instant now) {
        var id = new NoteId(ids.next(NoteId.PREFIX));
        database.insertInto(PRACTICE_NOTE)
                .set(PRACTICE_NOTE.ID, id.value())
                .set(PRACTICE_NOTE.TITLE, command.title().strip())
                .set(PRACTICE_NOTE.APPLIES, command.applies().strip())
                .set(PRACTICE_NOTE.ACTION, command.action().strip())
                .set(PRACTICE_NOTE.CATEGORY, category)
                .set(
                        PRACTICE_NOTE.APPEAL_ID,
                        command.source() instanceof NoteSource.OfAppeal(var appeal) ? appeal.value() : null)
                .set(
                        PRACTICE_NOTE.FINDING_ID,
                        command.source() instanceof NoteSource.OfFinding(var finding) ? finding.value() : null)
                .set(PRACTICE_NOTE.UNIT_ID, by.organisation().value())
                .set(PRACTICE_NOTE.WRITTEN_BY, by.name())
                .set(PRACTICE_NOTE.WRITTEN_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
        return id;
    }

    Optional<NoteView> find(NoteId id) {
        return database.select(PRACTICE_NOTE.asterisk(), USES)
                .from(PRACTICE_NOTE)
                .where(PRACTICE_NOTE.ID.eq(id.value()))
                .fetchOptional(NoteStore::view);
    }

    /// Most used first.
    List<NoteView> list(String words, long offset, int limit) {
        return database.select(PRACTICE_NOTE.asterisk(), USES)
                .from(PRACTICE_NOTE)
                .where(words(words))
                .orderBy(USES.desc(), PRACTICE_NOTE.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(NoteStore::view);
    }

    /// Newest first, after an id.
    List<NoteView> page(String words, @Nullable String after, int rows) {
        return database.select(PRACTICE_NOTE.asterisk(), USES)
                .from(PRACTICE_NOTE)
                .where(words(words), after == null ? DSL.noCondition() : PRACTICE_NOTE.ID.lt(after))
                .orderBy(PRACTICE_NOTE.ID.desc())
                .limit(rows)
                .fetch(NoteStore::view);
    }

    int count(String words) {
        return database.fetchCount(PRACTICE_NOTE, words(words));
    }

    /// False if it was used for this appeal before.
    boolean use(Actor by, UseNote command, Instant now) {
        return database.insertInto(PRACTICE_NOTE_USE)
                        .set(PRACTICE_NOTE_USE.NOTE_ID, command.note().value())
                        .set(PRACTICE_NOTE_USE.APPEAL_ID, command.appeal().value())
                        .set(PRACTICE_NOTE_USE.USED_BY, by.name())
                        .set(PRACTICE_NOTE_USE.UNIT_ID, by.organisation().value())
                        .set(PRACTICE_NOTE_USE.USED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    List<NoteId> usedFor(AppealId appeal) {
        return database.select(PRACTICE_NOTE_USE.NOTE_ID)
                .from(PRACTICE_NOTE_USE)
                .where(PRACTICE_NOTE_USE.APPEAL_ID.eq(appeal.value()))
                .fetch(row -> new NoteId(row.value1()));
    }

    private static Condition words(String words) {
        return words.isBlank()
                ? DSL.noCondition()
                : PRACTICE_NOTE
                        .TITLE
                        .containsIgnoreCase(words)
                        .or(PRACTICE_NOTE.APPLIES.containsIgnoreCase(words))
                        .or(PRACTICE_NOTE.ACTION.containsIgnoreCase(words));
    }

    private static NoteView view(Record row) {
        var appeal = row.get(PRACTICE_NOTE.APPEAL_ID);
        return new NoteView(
                new NoteId(row.get(PRACTICE_NOTE.ID)),
                row.get(PRACTICE_NOTE.TITLE),
                row.get(PRACTICE_NOTE.APPLIES),
                row.get(PRACTICE_NOTE.ACTION),
                row.get(PRACTICE_NOTE.CATEGORY),
                appeal == null
                        ? new NoteSource.OfFinding(new FindingId(row.get(PRACTICE_NOTE.FINDING_ID)))
                        : new NoteSource.OfAppeal(new AppealId(appeal)),
                new OrgId(row.get(PRACTICE_NOTE.UNIT_ID)),
                row.get(PRACTICE_NOTE.WRITTEN_BY),
                row.get(PRACTICE_NOTE.WRITTEN_AT).toInstant(),
                Objects.requireNonNull(row.get("uses", Integer.class)));
    }
}
