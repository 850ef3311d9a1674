// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Tables.APPEAL;

import io.atrium.appeal.AppealFilter;
import io.atrium.appeal.FigureCases;
import io.atrium.appeal.Figures.By;
import io.atrium.appeal.Figures.Line;
import io.atrium.company.Companies;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/// Counts of appeals in one pass, with the conditions by which [AppealLists] lists them.
@Component
public class FigureStore {

    private static final String GROUP = "figure_group";
    private static final String MEDIAN = "median_days";
    private static final Field<String> FIRM = DSL.field(DSL.name("districts", "district_firm"), String.class);
    private static final Field<String> DISTRICT = DSL.field(DSL.name("districts", "district_name"), String.class);
    private static final int GROUPS_MAX = 200;

    private final DSLContext database;
    private final AppealLists lists;
    private final Companies companies;

    FigureStore(DSLContext database, AppealLists lists, Companies companies) {
        this.database = database;
        this.lists = lists;
        this.companies = companies;
    }

    public List<Line> lines(Actor actor, AppealFilter filter, By by) {
        var districts = districts(by);
        var group = group(by);
        var columns = new ArrayList<SelectFieldOrAsterisk>();
        columns.add(group.as(GROUP));
        for (var cases : FigureCases.values()) {
            columns.add(DSL.count().filterWhere(lists.figure(cases)).as(cases.name()));
        }
        columns.add(DSL.percentileCont(DSL.inline(new BigDecimal("0.5")))
                .withinGroupOrderBy(days())
                .filterWhere(lists.figure(FigureCases.ANSWERED))
                .as(MEDIAN));
        var counted = DSL.count().filterWhere(lists.figure(FigureCases.TAKEN_IN));
        return database.select(columns)
                .from(APPEAL.leftJoin(districts).on(FIRM.eq(APPEAL.FIRM_ID)))
                .where(lists.condition(actor, filter))
                .groupBy(DSL.groupingSets(List.of(), List.of(group)))
                .orderBy(DSL.grouping(group).desc(), counted.desc(), group)
                .limit(GROUPS_MAX + 1)
                .fetch(FigureStore::line);
    }

    /// Which firm is in which district; nothing where nobody asks.
    private Table<?> districts(By by) {
        var known = by == By.DISTRICT ? companies.districts() : Map.<OrgId, String>of();
        var firms = known.keySet().stream().map(OrgId::value).toArray(String[]::new);
        return DSL.table(
                        "unnest({0}::text[], {1}::text[])",
                        DSL.val(firms), DSL.val(known.values().toArray(String[]::new)))
                .as("districts", FIRM.getName(), DISTRICT.getName());
    }

    private static Field<String> group(By by) {
        return switch (by) {
            case CATEGORY -> APPEAL.CATEGORY;
            case UNIT -> DSL.coalesce(APPEAL.UNIT_ID, DSL.inline(""));
            case BUILDING -> APPEAL.BUILDING;
            case DISTRICT -> DSL.coalesce(DISTRICT, DSL.inline(""));
        };
    }

    private static Field<BigDecimal> days() {
        return DSL.field(
                "extract(epoch from ({0} - {1})) / 86400", SQLDataType.NUMERIC, APPEAL.ANSWERED_AT, APPEAL.RAISED_AT);
    }

    private static Line line(Record row) {
        var counts = new EnumMap<FigureCases, Integer>(FigureCases.class);
        for (var cases : FigureCases.values()) {
            counts.put(cases, Objects.requireNonNull(row.get(cases.name(), Integer.class)));
        }
        return new Line(row.get(GROUP, String.class), counts, row.get(MEDIAN, Double.class));
    }
}
