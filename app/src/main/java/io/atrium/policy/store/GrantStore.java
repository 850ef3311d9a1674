// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.GRANT_CASE;
import static io.atrium.jooq.Tables.GRANT_LIST;
import static io.atrium.jooq.Tables.GRANT_STEP;
import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.POLICY_VERSION;

import io.atrium.jooq.tables.records.GrantListRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Scope;
import io.atrium.policy.DecisionId;
import io.atrium.policy.FirstConfirmation;
import io.atrium.policy.GrantId;
import io.atrium.policy.GrantListId;
import io.atrium.policy.GrantListView;
import io.atrium.policy.GrantStepView;
import io.atrium.policy.GrantView;
import io.atrium.policy.PolicyId;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lists, the grants on them, and every step of each grant.
@Component
public class GrantStore {

    private final DSLContext database;

    GrantStore(DSLContext database) {
        this.database = database;
    }

    // ---- lists

    /// Two lists of one policy are drawn up one after the other.
    public void lockPolicy(PolicyId policy) {
        database.select(POLICY_VERSION.VERSION)
                .from(POLICY_VERSION)
                .where(POLICY_VERSION.POLICY_ID.eq(policy.value()))
                .orderBy(POLICY_VERSION.VERSION)
                .forUpdate()
                .fetch();
    }

    public void insert(GrantListView list) {
        database.insertInto(GRANT_LIST)
                .set(GRANT_LIST.ID, list.id().value())
                .set(GRANT_LIST.POLICY_ID, list.policy().value())
                .set(GRANT_LIST.VERSION, list.version())
                .set(GRANT_LIST.BUDGET_YEAR, list.budgetYear())
                .set(GRANT_LIST.BUDGET_FEN, list.budgetLeft().value())
                .set(GRANT_LIST.CREATED_AT, time(list.createdAt()))
                .set(GRANT_LIST.CREATED_BY, list.createdBy())
                .execute();
    }

    public void confirm(GrantListId list, Instant at, String by, Instant publicityEndsAt) {
        database.update(GRANT_LIST)
                .set(GRANT_LIST.CONFIRMED_AT, time(at))
                .set(GRANT_LIST.CONFIRMED_BY, by)
                .set(GRANT_LIST.PUBLICITY_ENDS_AT, time(publicityEndsAt))
                .where(GRANT_LIST.ID.eq(list.value()))
                .execute();
    }

    public void confirmFirst(GrantListId list, FirstConfirmation first) {
        database.update(GRANT_LIST)
                .set(GRANT_LIST.FIRST_CONFIRMED_AT, time(first.at()))
                .set(GRANT_LIST.FIRST_CONFIRMED_BY, first.by())
                .set(GRANT_LIST.FIRST_CONFIRMED_PERSON, first.person().value())
                .where(GRANT_LIST.ID.eq(list.value()))
                .execute();
    }

    public Optional<GrantListView> lockList(GrantListId list) {
        return database.selectFrom(GRANT_LIST)
                .where(GRANT_LIST.ID.eq(list.value()))
                .forUpdate()
                .fetchOptional(GrantStore::list);
    }

    public Optional<GrantListView> findList(GrantListId list) {
        return database.selectFrom(GRANT_LIST)
                .where(GRANT_LIST.ID.eq(list.value()))
                .fetchOptional(GrantStore::list);
    }

    /// Newest first.
    public List<GrantListView> lists(boolean publicOnly, int limit) {
        return database.selectFrom(GRANT_LIST)
                .where(publicOnly ? GRANT_LIST.CONFIRMED_AT.isNotNull() : DSL.noCondition())
                .orderBy(GRANT_LIST.ID.desc())
                .limit(limit)
                .fetch(GrantStore::list);
    }

    // ---- grants

    public void insert(Collection<GrantView> grants) {
        database.batchInsert(grants.stream()
                        .map(grant -> {
                            var row = database.newRecord(GRANT_CASE);
                            row.setId(grant.id().value());
                            row.setListId(grant.list().value());
                            row.setOrgId(grant.firm().value());
                            row.setPolicyId(grant.policy().value());
                            row.setDecisionId(grant.decision().value());
                            row.setAmountFen(grant.amount().value());
                            row.setState(grant.state().name());
                            row.setDueAt(grant.dueAt() == null ? null : time(grant.dueAt()));
                            return row;
                        })
                        .toList())
                .execute();
    }

    /// Firms that already have, or are on the way to, a grant of this policy in this budget year.
    public List<OrgId> servedFirms(PolicyId policy, int budgetYear, Collection<GrantState> states) {
        return database.select(GRANT_CASE.ORG_ID)
                .from(GRANT_CASE)
                .join(GRANT_LIST)
                .on(GRANT_LIST.ID.eq(GRANT_CASE.LIST_ID))
                .where(GRANT_CASE.POLICY_ID.eq(policy.value()), GRANT_LIST.BUDGET_YEAR.eq(budgetYear))
                .and(GRANT_CASE.STATE.in(states.stream().map(GrantState::name).toList()))
                .fetch(row -> new OrgId(row.value1()));
    }

    public Optional<GrantView> lock(GrantId grant) {
        return grants(GRANT_CASE.ID.eq(grant.value()))
                .forUpdate()
                .of(GRANT_CASE)
                .fetchOptional(GrantStore::grant);
    }

    public Optional<GrantView> lock(GrantListId list, OrgId firm) {
        return grants(GRANT_CASE.LIST_ID.eq(list.value()).and(GRANT_CASE.ORG_ID.eq(firm.value())))
                .forUpdate()
                .of(GRANT_CASE)
                .fetchOptional(GrantStore::grant);
    }

    /// Locks the grants whose present state is over, in the order of their ids.
    public List<GrantView> lockDue(Collection<GrantState> states, Instant now, int limit) {
        return grants(GRANT_CASE.STATE.in(states.stream().map(GrantState::name).toList()))
                .and(GRANT_CASE.DUE_AT.le(time(now)))
                .orderBy(GRANT_CASE.ID)
                .limit(limit)
                .forUpdate()
                .of(GRANT_CASE)
                .skipLocked()
                .fetch(GrantStore::grant);
    }

    /// What a firm's account holds, in the order of their ids.
    public List<GrantView> lockHeldByAccount(OrgId firm) {
        return grants(GRANT_CASE.ORG_ID.eq(firm.value()))
                .and(GRANT_CASE.STATE.eq(GrantState.ACCOUNT_ABNORMAL.name()))
                .orderBy(GRANT_CASE.ID)
                .forUpdate()
                .of(GRANT_CASE)
                .fetch(GrantStore::grant);
    }

    public Optional<GrantView> find(Scope scope, GrantId grant) {
        return grants(GRANT_CASE.ID.eq(grant.value()))
                .and(Scope.condition(scope, GRANT_CASE.ORG_ID))
                .fetchOptional(GrantStore::grant);
    }

    /// The grants of one firm, newest first.
    public List<GrantView> ofFirm(Scope scope, OrgId firm) {
        return grants(GRANT_CASE.ORG_ID.eq(firm.value()))
                .and(Scope.condition(scope, GRANT_CASE.ORG_ID))
                .orderBy(GRANT_CASE.ID.desc())
                .fetch(GrantStore::grant);
    }

    public List<GrantView> inState(GrantState state, int limit) {
        return grants(GRANT_CASE.STATE.eq(state.name()))
                .orderBy(GRANT_CASE.ID)
                .limit(limit)
                .fetch(GrantStore::grant);
    }

    /// The grants on a list, largest amount first.
    public List<GrantView> onList(GrantListId list) {
        return grants(GRANT_CASE.LIST_ID.eq(list.value()))
                .orderBy(GRANT_CASE.AMOUNT_FEN.desc(), GRANT_CASE.ID)
                .fetch(GrantStore::grant);
    }

    public void update(GrantId grant, GrantState state, @Nullable Instant dueAt, @Nullable String voucher) {
        database.update(GRANT_CASE)
                .set(GRANT_CASE.STATE, state.name())
                .set(GRANT_CASE.DUE_AT, dueAt == null ? null : time(dueAt))
                .set(GRANT_CASE.VOUCHER_ID, voucher)
                .where(GRANT_CASE.ID.eq(grant.value()))
                .execute();
    }

    // ---- steps

    public void insertStep(GrantId grant, GrantStepView step) {
        database.insertInto(GRANT_STEP)
                .set(GRANT_STEP.CASE_ID, grant.value())
                .set(GRANT_STEP.AT, time(step.at()))
                .set(GRANT_STEP.EVENT, step.event().name())
                .set(GRANT_STEP.STATE, step.state().name())
                .set(GRANT_STEP.BY_NAME, step.by())
                .set(GRANT_STEP.NOTE, step.note())
                .execute();
    }

    /// First to last.
    public List<GrantStepView> steps(GrantId grant) {
        return database.selectFrom(GRANT_STEP)
                .where(GRANT_STEP.CASE_ID.eq(grant.value()))
                .orderBy(GRANT_STEP.ID)
                .fetch(row -> new GrantStepView(
                        row.getAt().toInstant(),
                        GrantEvent.valueOf(row.getEvent()),
                        GrantState.valueOf(row.getState()),
                        row.getByName(),
                        row.getNote()));
    }

    private SelectConditionStep<Record> grants(Condition condition) {
        return database.select(GRANT_CASE.fields())
                .select(ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN)
                .select(GRANT_LIST.BUDGET_YEAR)
                .from(GRANT_CASE)
                .join(GRANT_LIST)
                .on(GRANT_LIST.ID.eq(GRANT_CASE.LIST_ID))
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(GRANT_CASE.ORG_ID))
                .where(condition);
    }

    static GrantView grant(Record row) {
        return new GrantView(
                new GrantId(row.get(GRANT_CASE.ID)),
                new GrantListId(row.get(GRANT_CASE.LIST_ID)),
                row.get(GRANT_LIST.BUDGET_YEAR),
                new OrgId(row.get(GRANT_CASE.ORG_ID)),
                row.get(ORGANISATION.NAME_ZH),
                row.get(ORGANISATION.NAME_EN),
                new PolicyId(row.get(GRANT_CASE.POLICY_ID)),
                new DecisionId(row.get(GRANT_CASE.DECISION_ID)),
                new Fen(row.get(GRANT_CASE.AMOUNT_FEN)),
                GrantState.valueOf(row.get(GRANT_CASE.STATE)),
                instant(row.get(GRANT_CASE.DUE_AT)),
                row.get(GRANT_CASE.VOUCHER_ID));
    }

    static GrantListView list(GrantListRecord row) {
        return new GrantListView(
                new GrantListId(row.getId()),
                new PolicyId(row.getPolicyId()),
                row.getVersion(),
                row.getBudgetYear(),
                new Fen(row.getBudgetFen()),
                row.getCreatedAt().toInstant(),
                row.getCreatedBy(),
                instant(row.getConfirmedAt()),
                row.getConfirmedBy(),
                instant(row.getPublicityEndsAt()),
                first(row));
    }

    private static @Nullable FirstConfirmation first(GrantListRecord row) {
        var at = row.getFirstConfirmedAt();
        return at == null
                ? null
                : new FirstConfirmation(
                        at.toInstant(), row.getFirstConfirmedBy(), new PersonId(row.getFirstConfirmedPerson()));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
