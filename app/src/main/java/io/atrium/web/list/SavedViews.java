// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.list;

import static io.atrium.jooq.Tables.SAVED_VIEW;

import io.atrium.jooq.tables.records.SavedViewRecord;
import io.atrium.kernel.Ids;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Requests;
import io.atrium.web.SavedView;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of named views: a person sees and changes only their own.
@Component
public class SavedViews {

    /// So many fit under a filter without hiding it.
    public static final int PER_LIST_MAX = 12;
    public static final int NAME_LENGTH_MAX = 40;

    private final DSLContext database;
    private final Requests requests;
    private final Ids ids;
    private final InstantSource clock;

    SavedViews(DSLContext database, Requests requests, Ids ids, InstantSource clock) {
        this.database = database;
        this.requests = requests;
        this.ids = ids;
        this.clock = clock;
    }

    private record Content(String person, String list, String name, String query) {}

    @Transactional
    public SaveOutcome save(SaveView command) {
        var content = new Content(command.actor().person().value(), command.list(), command.name(), command.query());
        return requests.once(command.actor(), command.key(), content, SaveOutcome.class, () -> save(content));
    }

    private SaveOutcome save(Content content) {
        var views = of(content.person(), content.list());
        boolean isNew = views.stream().noneMatch(view -> view.name().equals(content.name()));
        if (isNew && views.size() >= PER_LIST_MAX) {
            return new SaveOutcome.Refused(Refusal.of(ListRefusal.SAVED_VIEWS_FULL, "limit", PER_LIST_MAX));
        }
        var row = database.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.ID, ids.next("view"))
                .set(SAVED_VIEW.PERSON_ID, content.person())
                .set(SAVED_VIEW.LIST, content.list())
                .set(SAVED_VIEW.NAME, content.name())
                .set(SAVED_VIEW.QUERY, content.query())
                .set(SAVED_VIEW.SAVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflict(SAVED_VIEW.PERSON_ID, SAVED_VIEW.LIST, SAVED_VIEW.NAME)
                .doUpdate()
                .set(SAVED_VIEW.QUERY, content.query())
                .returning()
                .fetchSingle();
        return new SaveOutcome.Saved(view(row));
    }

    /// Whether there was such a view of this person; removing it twice is harmless.
    @Transactional
    public boolean remove(Actor actor, String id) {
        return database.deleteFrom(SAVED_VIEW)
                        .where(
                                SAVED_VIEW.ID.eq(id),
                                SAVED_VIEW.PERSON_ID.eq(actor.person().value()))
                        .execute()
                == 1;
    }

    @Transactional(readOnly = true)
    public List<SavedView> all(Actor actor) {
        return database.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.PERSON_ID.eq(actor.person().value()))
                .orderBy(SAVED_VIEW.LIST, SAVED_VIEW.NAME.collate("zh-x-icu"))
                .fetch(SavedViews::view);
    }

    @Transactional(readOnly = true)
    public Optional<SavedView> find(Actor actor, String id) {
        return all(actor).stream().filter(view -> view.id().equals(id)).findFirst();
    }

    List<SavedView> of(String person, String list) {
        return database.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.PERSON_ID.eq(person), SAVED_VIEW.LIST.eq(list))
                .orderBy(SAVED_VIEW.NAME.collate("zh-x-icu"))
                .fetch(SavedViews::view);
    }

    private static SavedView view(SavedViewRecord row) {
        return new SavedView(row.getId(), row.getList(), row.getName(), row.getQuery());
    }
}
