// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.POLICY_DECISION;

import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.jooq.tables.records.PolicyDecisionRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.policy.DecisionId;
import io.atrium.policy.PolicyId;
import io.atrium.policy.StoredDecision;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Decisions, each with its whole explanation. At most one per firm and policy is current.
@Component
public class DecisionStore {

    private static final int HISTORY_MAX = 50;
    private static final int RECENT_MAX = 200;

    private final DSLContext database;
    private final JsonMapper json;

    DecisionStore(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Makes deciding these firms wait for whoever decides them now. Rows are locked in the order of their ids.
    public List<OrgId> lock(Collection<OrgId> firms) {
        return database.select(ORGANISATION.ID)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.in(firms.stream().map(OrgId::value).toList()))
                .orderBy(ORGANISATION.ID)
                .forNoKeyUpdate()
                .fetch(row -> new OrgId(row.value1()));
    }

    public List<StoredDecision> current(Scope scope, OrgId firm) {
        return database.selectFrom(POLICY_DECISION)
                .where(POLICY_DECISION.ORG_ID.eq(firm.value()))
                .and(POLICY_DECISION.IS_CURRENT)
                .and(Scope.condition(scope, POLICY_DECISION.ORG_ID))
                .orderBy(POLICY_DECISION.POLICY_ID)
                .fetch(this::decision);
    }

    /// All decisions of one policy for one firm, newest first.
    public List<StoredDecision> history(Scope scope, OrgId firm, PolicyId policy) {
        return database.selectFrom(POLICY_DECISION)
                .where(POLICY_DECISION.ORG_ID.eq(firm.value()), POLICY_DECISION.POLICY_ID.eq(policy.value()))
                .and(Scope.condition(scope, POLICY_DECISION.ORG_ID))
                .orderBy(POLICY_DECISION.ID.desc())
                .limit(HISTORY_MAX)
                .fetch(this::decision);
    }

    /// All decisions for one firm, newest first.
    public List<StoredDecision> recent(Scope scope, OrgId firm, int limit) {
        return database.selectFrom(POLICY_DECISION)
                .where(POLICY_DECISION.ORG_ID.eq(firm.value()))
                .and(Scope.condition(scope, POLICY_DECISION.ORG_ID))
                .orderBy(POLICY_DECISION.ID.desc())
                .limit(Math.min(limit, RECENT_MAX))
                .fetch(this::decision);
    }

    public Optional<StoredDecision> find(DecisionId id) {
        return database.selectFrom(POLICY_DECISION)
                .where(POLICY_DECISION.ID.eq(id.value()))
                .fetchOptional(this::decision);
    }

    /// The firms that a policy version entitles to money today, with their decisions, by firm.
    public List<StoredDecision> entitled(PolicyId policy, String version) {
        return database.selectFrom(POLICY_DECISION)
                .where(POLICY_DECISION.POLICY_ID.eq(policy.value()), POLICY_DECISION.VERSION.eq(version))
                .and(POLICY_DECISION.IS_CURRENT)
                .and(POLICY_DECISION.OUTCOME.eq(Outcome.ENTITLED.name()))
                .and(POLICY_DECISION.AMOUNT_FEN.gt(0L))
                .orderBy(POLICY_DECISION.ORG_ID)
                .fetch(this::decision);
    }

    /// Replaces the current decisions of the same firms and policies.
    public void replace(List<StoredDecision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        var earlier = decisions.stream()
                .map(decision -> database.update(POLICY_DECISION)
                        .set(POLICY_DECISION.IS_CURRENT, false)
                        .where(POLICY_DECISION.ORG_ID.eq(decision.firm().value()))
                        .and(POLICY_DECISION.POLICY_ID.eq(decision.policy().value()))
                        .and(POLICY_DECISION.IS_CURRENT))
                .toList();
        database.batch(earlier).execute();
        database.batchInsert(decisions.stream().map(this::row).toList()).execute();
    }

    private PolicyDecisionRecord row(StoredDecision stored) {
        var decision = stored.decision();
        var row = database.newRecord(POLICY_DECISION);
        row.setId(stored.id().value());
        row.setOrgId(stored.firm().value());
        row.setPolicyId(stored.policy().value());
        row.setVersion(decision.version());
        row.setAsOf(decision.asOf());
        row.setFactsKnownAt(stored.factsKnownAt().atOffset(ZoneOffset.UTC));
        row.setCause(stored.cause());
        row.setOutcome(decision.outcome().name());
        row.setAmountFen(decision.amount() == null ? null : decision.amount().amountFen());
        row.setExplanation(JSONB.valueOf(json.writeValueAsString(decision)));
        row.setIsCurrent(true);
        return row;
    }

    private StoredDecision decision(PolicyDecisionRecord row) {
        return new StoredDecision(
                new DecisionId(row.getId()),
                new OrgId(row.getOrgId()),
                new PolicyId(row.getPolicyId()),
                row.getFactsKnownAt().toInstant(),
                row.getCause(),
                json.readValue(row.getExplanation().data(), Decision.class));
    }
}
