// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.draft;

import static io.atrium.jooq.Tables.DRAFT;

import io.atrium.jooq.tables.records.DraftRecord;
import io.atrium.kernel.Ids;
import io.atrium.kernel.access.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The front door of drafts: one per person, organisation and page. Nobody else sees them.
@Component
public class Drafts {

    /// Older ones are forgotten when their person saves another.
    public static final Duration KEPT = Duration.ofDays(90);
    public static final int PER_PERSON_MAX = 50;

    private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};

    private final DSLContext database;
    private final JsonMapper json;
    private final Ids ids;
    private final InstantSource clock;

    Drafts(DSLContext database, JsonMapper json, Ids ids, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /// When it was saved.
    @Transactional
    public Instant save(SaveDraft command) {
        var now = clock.instant();
        var answers = JSONB.valueOf(json.writeValueAsString(command.answers()));
        forgetOld(command.actor(), now);
        database.insertInto(DRAFT)
                .set(DRAFT.ID, ids.next("draft"))
                .set(DRAFT.PERSON_ID, command.actor().person().value())
                .set(DRAFT.ORGANISATION_ID, command.actor().organisation().value())
                .set(DRAFT.PAGE, command.page())
                .set(DRAFT.HREF, command.href())
                .set(DRAFT.TITLE_KEY, command.titleKey())
                .set(DRAFT.ANSWERS, answers)
                .set(DRAFT.SAVED_AT, now.atOffset(ZoneOffset.UTC))
                .onConflict(DRAFT.PERSON_ID, DRAFT.ORGANISATION_ID, DRAFT.PAGE)
                .doUpdate()
                .set(DRAFT.HREF, command.href())
                .set(DRAFT.ANSWERS, answers)
                .set(DRAFT.SAVED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
        return now;
    }

    @Transactional(readOnly = true)
    public Optional<DraftView> find(Actor actor, String page) {
        return database.selectFrom(DRAFT).where(of(actor), DRAFT.PAGE.eq(page)).fetchOptional(this::view);
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<DraftView> list(Actor actor) {
        return database.selectFrom(DRAFT)
                .where(of(actor))
                .orderBy(DRAFT.SAVED_AT.desc())
                .limit(PER_PERSON_MAX)
                .fetch(this::view);
    }

    @Transactional
    public void remove(Actor actor, String page) {
        database.deleteFrom(DRAFT).where(of(actor), DRAFT.PAGE.eq(page)).execute();
    }

    private void forgetOld(Actor actor, Instant now) {
        database.deleteFrom(DRAFT)
                .where(of(actor), DRAFT.SAVED_AT.lt(now.minus(KEPT).atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static Condition of(Actor actor) {
        return DRAFT.PERSON_ID
                .eq(actor.person().value())
                .and(DRAFT.ORGANISATION_ID.eq(actor.organisation().value()));
    }

    private DraftView view(DraftRecord row) {
        return new DraftView(
                row.getId(),
                row.getPage(),
                row.getHref(),
                row.getTitleKey(),
                json.readValue(row.getAnswers().data(), ANSWERS),
                row.getSavedAt().toInstant());
    }
}
