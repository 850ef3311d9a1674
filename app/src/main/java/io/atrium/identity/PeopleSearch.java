// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.MEMBERSHIP;
import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.PERSON;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.search.SearchFound;
import io.atrium.web.search.SearchHit;
import io.atrium.web.search.SearchSource;
import io.atrium.web.search.SearchWords;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// People by name, login and organisation, for those who manage them.
@Component
class PeopleSearch implements SearchSource {

    private final DSLContext database;

    PeopleSearch(DSLContext database) {
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "identity.search.people";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public SearchFound find(Actor actor, SearchWords words, int limit, Text t) {
        if (!actor.may(Permission.MANAGE_PEOPLE)) {
            return SearchFound.NOTHING;
        }
        var name = t.lang() == Lang.EN ? ORGANISATION.NAME_EN : ORGANISATION.NAME_ZH;
        var all = DSL.count().over().as("total");
        var rows = database.select(PERSON.ID, PERSON.NAME, PERSON.LOGIN, ORGANISATION.ID, name, all)
                .from(PERSON)
                .join(MEMBERSHIP)
                .on(MEMBERSHIP.PERSON_ID.eq(PERSON.ID))
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(MEMBERSHIP.ORGANISATION_ID))
                .where(visible(actor), words.in(PERSON.NAME, PERSON.LOGIN, ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN))
                .groupBy(PERSON.ID, PERSON.NAME, PERSON.LOGIN, ORGANISATION.ID, name)
                .orderBy(PERSON.LOGIN, ORGANISATION.ID)
                .limit(limit)
                .fetch();
        return rows.isEmpty()
                ? SearchFound.NOTHING
                : SearchFound.of(
                        rows.map(row -> hit(row, name)), rows.getFirst().get(all));
    }

    @Override
    public @Nullable String jump(Actor actor, String id) {
        if (!id.startsWith("per_")) {
            return null;
        }
        return database.select(MEMBERSHIP.ORGANISATION_ID)
                .from(MEMBERSHIP)
                .where(visible(actor), MEMBERSHIP.PERSON_ID.eq(id))
                .orderBy(MEMBERSHIP.SINCE)
                .limit(1)
                .fetchOptional(row -> page(row.value1(), id))
                .orElse(null);
    }

    private static Condition visible(Actor actor) {
        return Scope.condition(actor.scope(Permission.MANAGE_PEOPLE), MEMBERSHIP.ORGANISATION_ID);
    }

    private static SearchHit hit(Record row, Field<String> name) {
        return new SearchHit(
                row.get(PERSON.NAME),
                row.get(PERSON.LOGIN) + " · " + row.get(name),
                page(row.get(ORGANISATION.ID), row.get(PERSON.ID)));
    }

    private static String page(String organisation, String person) {
        return "/organisations/" + organisation + "/members/" + person;
    }
}
