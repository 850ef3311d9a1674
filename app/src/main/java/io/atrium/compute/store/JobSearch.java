// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.ORGANISATION;

import io.atrium.compute.JobState;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
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

/// Jobs by name, firm, pool and the day of submission.
@Component
class JobSearch implements SearchSource {

    private final DSLContext database;

    JobSearch(DSLContext database) {
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "compute.search.jobs";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public SearchFound find(Actor actor, SearchWords words, int limit, Text t) {
        if (!actor.may(Permission.READ_JOB)) {
            return SearchFound.NOTHING;
        }
        var all = DSL.count().over().as("total");
        var rows = database.select(
                        JOB.ID, JOB.NAME, JOB.STATE, JOB.SUBMITTED_AT, ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN, all)
                .from(JOB)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(JOB.FIRM_ID))
                .where(
                        Scope.condition(actor.scope(Permission.READ_JOB), JOB.FIRM_ID, JOB.PROVIDER_ID),
                        words.in(JOB.NAME, JOB.POOL_ID, JOB.ID, ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN)
                                .or(words.on(JOB.SUBMITTED_AT)))
                .orderBy(JOB.ID.desc())
                .limit(limit)
                .fetch();
        return rows.isEmpty()
                ? SearchFound.NOTHING
                : SearchFound.of(rows.map(row -> hit(row, t)), rows.getFirst().get(all));
    }

    @Override
    public @Nullable String jump(Actor actor, String id) {
        if (!id.startsWith("job_")) {
            return null;
        }
        return database.select(JOB.ID)
                .from(JOB)
                .where(JOB.ID.eq(id), Scope.condition(actor.scope(Permission.READ_JOB), JOB.FIRM_ID, JOB.PROVIDER_ID))
                .fetchOptional(row -> "/jobs/" + row.value1())
                .orElse(null);
    }

    private static SearchHit hit(Record row, Text t) {
        var note = t.of(
                "compute.search.job",
                row.get(t.lang() == Lang.EN ? ORGANISATION.NAME_EN : ORGANISATION.NAME_ZH),
                t.of("compute.state", JobState.valueOf(row.get(JOB.STATE))),
                row.get(JOB.SUBMITTED_AT).toInstant());
        return new SearchHit(row.get(JOB.NAME), note, "/jobs/" + row.get(JOB.ID));
    }
}
