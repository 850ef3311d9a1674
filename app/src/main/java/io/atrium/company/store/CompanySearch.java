// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.COMPANY;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.search.SearchFound;
import io.atrium.web.search.SearchHit;
import io.atrium.web.search.SearchSource;
import io.atrium.web.search.SearchWords;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Firms by name, code, district and industry.
@Component
class CompanySearch implements SearchSource {

    private static final Pattern ID_OR_CODE = Pattern.compile("org_[0-9a-z]{26}|[0-9A-Za-z]{18}");

    private final DSLContext database;

    CompanySearch(DSLContext database) {
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "company.search.title";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public SearchFound find(Actor actor, SearchWords words, int limit, Text t) {
        if (!actor.may(Permission.READ_COMPANY)) {
            return SearchFound.NOTHING;
        }
        var all = DSL.count().over().as("total");
        var rows = database.select(COMPANY.fields())
                .select(all)
                .from(COMPANY)
                .where(
                        Scope.condition(actor.scope(Permission.READ_COMPANY), COMPANY.ORGANISATION_ID),
                        words.in(COMPANY.NAME_ZH, COMPANY.NAME_EN, COMPANY.UNIFIED_CODE, COMPANY.DISTRICT)
                                .or(words.onDay(COMPANY.REGISTERED_ON)))
                .orderBy(COMPANY.NAME_ZH.collate("zh-x-icu"), COMPANY.ORGANISATION_ID)
                .limit(limit)
                .fetch();
        return rows.isEmpty()
                ? SearchFound.NOTHING
                : SearchFound.of(rows.map(row -> hit(row, t)), rows.getFirst().get(all));
    }

    @Override
    public @Nullable String jump(Actor actor, String id) {
        if (!ID_OR_CODE.matcher(id).matches()) {
            return null;
        }
        return database.select(COMPANY.ORGANISATION_ID)
                .from(COMPANY)
                .where(
                        Scope.condition(actor.scope(Permission.READ_COMPANY), COMPANY.ORGANISATION_ID),
                        COMPANY.ORGANISATION_ID.eq(id).or(COMPANY.UNIFIED_CODE.eq(id.toUpperCase(Locale.ROOT))))
                .fetchOptional(row -> "/companies/" + row.value1())
                .orElse(null);
    }

    private static SearchHit hit(Record row, Text t) {
        var english = row.get(COMPANY.NAME_EN);
        var name = t.lang() == Lang.EN && english != null ? english : row.get(COMPANY.NAME_ZH);
        var district = row.get(COMPANY.DISTRICT);
        var note = Objects.toString(row.get(COMPANY.UNIFIED_CODE), "") + (district == null ? "" : " · " + district);
        return new SearchHit(name, note, "/companies/" + row.get(COMPANY.ORGANISATION_ID));
    }
}
