// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.POLICY_DECISION;

import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.policy.DecisionId;
import io.atrium.policy.GrantLists.Part;
import io.atrium.policy.PolicyId;
import io.atrium.policy.StoredDecision;
import io.atrium.policy.SurveyFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Current decisions across firms.
@Component
public class SurveyStore {

    private static final Condition NEAR = POLICY_DECISION
            .OUTCOME
            .eq(Outcome.NOT_YET.name())
            .and("jsonb_array_length({0} -> 'nearest') = 1", POLICY_DECISION.EXPLANATION);

    private final DSLContext database;
    private final JsonMapper json;

    SurveyStore(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public record Found(StoredDecision stored, String firmName, String firmNameEn) {}

    public int count(Scope scope, SurveyFilter filter) {
        return database.fetchCount(database.select(POLICY_DECISION.ID)
                .from(POLICY_DECISION)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(POLICY_DECISION.ORG_ID))
                .where(condition(scope, filter)));
    }

    public Map<String, Integer> counts(Scope scope, @Nullable PolicyId policy) {
        var counts = new HashMap<String, Integer>();
        var near = DSL.count().filterWhere(NEAR);
        database.select(POLICY_DECISION.OUTCOME, DSL.count(), near)
                .from(POLICY_DECISION)
                .where(condition(scope, new SurveyFilter(policy, null, false, null)))
                .groupBy(POLICY_DECISION.OUTCOME)
                .forEach(row -> {
                    counts.put(row.value1(), row.value2());
                    counts.merge(SurveyFilter.NEAR, row.value3(), Integer::sum);
                });
        return counts;
    }

    public List<Found> page(Scope scope, SurveyFilter filter, String sort, Part part) {
        return rows(condition(scope, filter), List.of(order(sort), POLICY_DECISION.ID.asc()), part);
    }

    public List<Found> after(Scope scope, SurveyFilter filter, @Nullable String id, int limit) {
        var from = id == null ? DSL.noCondition() : POLICY_DECISION.ID.gt(id);
        return rows(condition(scope, filter).and(from), List.of(POLICY_DECISION.ID.asc()), new Part(0, limit));
    }

    private List<Found> rows(Condition condition, List<SortField<?>> order, Part part) {
        return database.select(POLICY_DECISION.fields())
                .select(ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN)
                .from(POLICY_DECISION)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(POLICY_DECISION.ORG_ID))
                .where(condition)
                .orderBy(order)
                .limit(part.limit())
                .offset(part.offset())
                .fetch(this::found);
    }

    private static Condition condition(Scope scope, SurveyFilter filter) {
        var policy = filter.policy();
        var outcome = filter.outcome();
        var text = filter.text();
        return DSL.condition(POLICY_DECISION.IS_CURRENT)
                .and(Scope.condition(scope, POLICY_DECISION.ORG_ID))
                .and(policy == null ? DSL.noCondition() : POLICY_DECISION.POLICY_ID.eq(policy.value()))
                .and(outcome == null ? DSL.noCondition() : POLICY_DECISION.OUTCOME.eq(outcome.name()))
                .and(filter.isNear() ? NEAR : DSL.noCondition())
                .and(text == null ? DSL.noCondition() : named(text));
    }

    private static Condition named(String text) {
        return ORGANISATION.NAME_ZH.containsIgnoreCase(text).or(ORGANISATION.NAME_EN.containsIgnoreCase(text));
    }

    private static SortField<?> order(String sort) {
        return switch (sort) {
            case "firm" -> ORGANISATION.NAME_ZH.asc();
            case "-firm" -> ORGANISATION.NAME_ZH.desc();
            case "amount" -> POLICY_DECISION.AMOUNT_FEN.asc().nullsLast();
            default -> POLICY_DECISION.AMOUNT_FEN.desc().nullsLast();
        };
    }

    private Found found(Record row) {
        var stored = new StoredDecision(
                new DecisionId(row.get(POLICY_DECISION.ID)),
                new OrgId(row.get(POLICY_DECISION.ORG_ID)),
                new PolicyId(row.get(POLICY_DECISION.POLICY_ID)),
                row.get(POLICY_DECISION.FACTS_KNOWN_AT).toInstant(),
                row.get(POLICY_DECISION.CAUSE),
                json.readValue(row.get(POLICY_DECISION.EXPLANATION).data(), Decision.class));
        return new Found(stored, row.get(ORGANISATION.NAME_ZH), row.get(ORGANISATION.NAME_EN));
    }
}
