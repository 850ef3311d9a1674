// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.BENEFIT_APPLICATION;
import static io.atrium.jooq.Tables.ORGANISATION;

import io.atrium.kernel.access.Actor;
import io.atrium.policy.ApplicationSight;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.web.search.SearchFound;
import io.atrium.web.search.SearchHit;
import io.atrium.web.search.SearchSource;
import io.atrium.web.search.SearchWords;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Applications by number, firm, policy and the day on which they are due; by number and id at once.
@Component
class ApplicationSearch implements SearchSource {

    private final DSLContext database;

    ApplicationSearch(DSLContext database) {
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "policy.application.list.title";
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public SearchFound find(Actor actor, SearchWords words, int limit, Text t) {
        var sight = ApplicationSight.of(actor);
        if (!sight.seesAny()) {
            return SearchFound.NOTHING;
        }
        var all = DSL.count().over().as("total");
        var rows = database.select(
                        BENEFIT_APPLICATION.ID,
                        BENEFIT_APPLICATION.NUMBER,
                        BENEFIT_APPLICATION.STATE,
                        ORGANISATION.NAME_ZH,
                        ORGANISATION.NAME_EN,
                        all)
                .from(BENEFIT_APPLICATION)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(BENEFIT_APPLICATION.ORG_ID))
                .where(
                        ApplicationStore.visible(sight),
                        words.in(
                                        BENEFIT_APPLICATION.NUMBER,
                                        ORGANISATION.NAME_ZH,
                                        ORGANISATION.NAME_EN,
                                        BENEFIT_APPLICATION.POLICY_ID)
                                .or(words.on(BENEFIT_APPLICATION.DUE_AT)))
                .orderBy(BENEFIT_APPLICATION.ID.desc())
                .limit(limit)
                .fetch();
        return rows.isEmpty()
                ? SearchFound.NOTHING
                : SearchFound.of(rows.map(row -> hit(row, t)), rows.getFirst().get(all));
    }

    @Override
    public @Nullable String jump(Actor actor, String id) {
        var sight = ApplicationSight.of(actor);
        if (!sight.seesAny()) {
            return null;
        }
        return database.select(BENEFIT_APPLICATION.ID)
                .from(BENEFIT_APPLICATION)
                .where(
                        ApplicationStore.visible(sight),
                        BENEFIT_APPLICATION.ID.eq(id).or(BENEFIT_APPLICATION.NUMBER.equalIgnoreCase(id)))
                .fetchOptional(row -> "/applications/" + row.value1())
                .orElse(null);
    }

    private static SearchHit hit(Record row, Text t) {
        var firm = row.get(t.lang() == Lang.EN ? ORGANISATION.NAME_EN : ORGANISATION.NAME_ZH);
        var number = row.get(BENEFIT_APPLICATION.NUMBER);
        var title = number == null ? firm : number + " · " + firm;
        var state = t.of("policy.application.state", ApplicationState.valueOf(row.get(BENEFIT_APPLICATION.STATE)));
        return new SearchHit(title, state, "/applications/" + row.get(BENEFIT_APPLICATION.ID));
    }
}
