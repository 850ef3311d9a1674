// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Tables.APPEAL;

import io.atrium.appeal.AppealFilter;
import io.atrium.appeal.FigureCases;
import io.atrium.appeal.Figures.By;
import io.atrium.appeal.Figures.Line;
import io.atrium.kernel.access.Actor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/// Counts of appeals in one pass, with the conditions by which [AppealLists] lists them.
@Component
public class FigureStore {

    private static final String GROUP = "figure_group";
    private static final String MEDIAN = "median_days";
    private static final int GROUPS_MAX = 200;

    private final DSLContext database;
    private final AppealLists lists;

    FigureStore(DSLContext database, AppealLists lists) {
        this.database = database;
        this.lists = lists;
    }

    public List<Line> lines(Actor actor, AppealFilter filter, By by) {
        var group = group(by);
        var columns = new ArrayList<SelectFieldOrAsterisk>();
        columns.add(group.as(GROUP));
        for (var cases : FigureCases.values()) {
            columns.add(DSL.count().filterWhere(lists.figure(cases)).as(cases.name()));
        }
        columns.add(DSL.percentileCont(DSL.inline(new BigDecimal("0.5")))
                .withinGroupOrderBy(days())
                .filterWhere(APPEAL.ANSWERED_AT.isNotNull())
                .as(MEDIAN));
        var counted = DSL.count().filterWhere(lists.figure(FigureCases.TAKEN_IN));
        return database.select(columns)
                .from(APPEAL)
                .where(lists.condition(actor, filter))
                .groupBy(DSL.groupingSets(List.of(), List.of(group)))
                .orderBy(DSL.grouping(group).desc(), counted.desc(), group)
                .limit(GROUPS_MAX + 1)
                .fetch(FigureStore::line);
    }

    private static Field<String> group(By by) {
        return switch (by) {
            case CATEGORY -> APPEAL.CATEGORY;
            case UNIT -> DSL.coalesce(APPEAL.UNIT_ID, "");
            case PLACE -> APPEAL.PLACE;
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
