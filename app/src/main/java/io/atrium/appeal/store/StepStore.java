// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Tables.APPEAL_STEP;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealMove;
import io.atrium.appeal.StepView;
import io.atrium.jooq.tables.records.AppealStepRecord;
import io.atrium.kernel.Ids;
import io.atrium.kernel.access.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What happened to appeals, step by step; written once.
@Component
public class StepStore {

    private static final String PREFIX = "aps";
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final DSLContext database;
    private final Ids ids;
    private final JsonMapper json;

    StepStore(DSLContext database, Ids ids, JsonMapper json) {
        this.database = database;
        this.ids = ids;
        this.json = json;
    }

    /// A step as it is put down.
    ///
    /// @param facts what is special about it; the page phrases them
    public record NewStep(AppealMove move, String words, boolean isInternal, Map<String, String> facts) {

        public static NewStep of(AppealMove move, String words) {
            return new NewStep(move, words, false, Map.of());
        }

        public NewStep with(Map<String, String> more) {
            return new NewStep(move, words, isInternal, more);
        }

        public NewStep internal() {
            return new NewStep(move, words, true, facts);
        }
    }

    /// A step that was taken, by whom, in which case and when.
    public record Taken(Actor by, AppealId appeal, NewStep step, Instant at) {}

    /// Puts down several at once, in their order.
    public void addAll(List<Taken> taken) {
        database.insertInto(APPEAL_STEP)
                .columns(APPEAL_STEP.fields())
                .valuesOfRecords(taken.stream().map(this::record).toList())
                .execute();
    }

    private AppealStepRecord record(Taken taken) {
        var by = taken.by();
        var step = taken.step();
        var row = new AppealStepRecord();
        row.setId(ids.next(PREFIX));
        row.setAppealId(taken.appeal().value());
        row.setAt(taken.at().atOffset(ZoneOffset.UTC));
        row.setMove(step.move().name());
        row.setByName(by.name());
        row.setById(by.person().value());
        row.setByOrganisationId(by.organisation().value());
        row.setIsInternal(step.isInternal());
        row.setWords(step.words());
        row.setFacts(JSONB.valueOf(json.writeValueAsString(step.facts())));
        return row;
    }

    /// Oldest first, of an appeal that was found; the firm is not shown what is internal.
    public List<StepView> of(AppealId appeal, boolean withInternal) {
        return database.selectFrom(APPEAL_STEP)
                .where(
                        APPEAL_STEP.APPEAL_ID.eq(appeal.value()),
                        withInternal ? DSL.noCondition() : APPEAL_STEP.IS_INTERNAL.isFalse())
                .orderBy(APPEAL_STEP.ID)
                .fetch(row -> new StepView(
                        row.getId(),
                        row.getAt().toInstant(),
                        AppealMove.valueOf(row.getMove()),
                        row.getByName(),
                        row.getByOrganisationId(),
                        row.getIsInternal(),
                        row.getWords(),
                        json.readValue(row.getFacts().data(), FACTS)));
    }
}
