// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.memory;

import static io.atrium.jooq.Tables.APPEAL;

import io.atrium.appeal.AppealState;
import io.atrium.engine.meaning.category.CategorySuggestions;
import io.atrium.engine.meaning.similar.CaseText;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Reads the changes of appeals for the index.
@Component
class CaseFeed {

    static final String FIRM = "firm:";
    static final String UNIT = "unit:";
    static final String CONFIDENTIAL = "confidential";

    /// Transactions that took their number before may still be open this long.
    private static final int SETTLED_SECONDS = 60;

    private static final Condition SETTLED = APPEAL.CHANGED_AT.lt(
            DSL.field("clock_timestamp() - interval '" + SETTLED_SECONDS + " seconds'", OffsetDateTime.class));

    private final DSLContext database;

    CaseFeed(DSLContext database) {
        this.database = database;
    }

    /// A case and its number; below `isSettled` nothing can appear any more.
    record Change(long number, boolean isSettled, CaseText text) {}

    List<Change> after(long position, int limit) {
        return database.select(
                        APPEAL.CHANGE,
                        DSL.field(SETTLED),
                        APPEAL.ID,
                        APPEAL.TITLE,
                        APPEAL.WORDS,
                        APPEAL.FIRM_ID,
                        APPEAL.UNIT_ID,
                        APPEAL.CATEGORY,
                        APPEAL.IS_CONFIDENTIAL)
                .from(APPEAL)
                .where(APPEAL.CHANGE.gt(position), APPEAL.STATE.ne(AppealState.WITHDRAWN.name()))
                .orderBy(APPEAL.CHANGE)
                .limit(limit)
                .fetch(row -> {
                    var labels = new HashSet<String>();
                    labels.add(FIRM + row.get(APPEAL.FIRM_ID));
                    labels.add(CategorySuggestions.LABEL + row.get(APPEAL.CATEGORY));
                    if (row.get(APPEAL.UNIT_ID) != null) {
                        labels.add(UNIT + row.get(APPEAL.UNIT_ID));
                    }
                    if (row.get(APPEAL.IS_CONFIDENTIAL)) {
                        labels.add(CONFIDENTIAL);
                    }
                    var text = row.get(APPEAL.TITLE) + "。" + row.get(APPEAL.WORDS);
                    return new Change(
                            row.get(APPEAL.CHANGE), row.value2(), new CaseText(row.get(APPEAL.ID), text, labels));
                });
    }
}
