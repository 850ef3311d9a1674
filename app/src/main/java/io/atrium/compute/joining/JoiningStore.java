// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

import static io.atrium.jooq.Tables.POOL;
import static io.atrium.jooq.Tables.PROVIDER_JOINING;

import io.atrium.jooq.Sequences;
import io.atrium.jooq.tables.records.ProviderJoiningRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of applications to join.
@Component
class JoiningStore {

    private static final TypeReference<Map<JoiningStep, String>> BY_STEP = new TypeReference<>() {};
    private static final List<String> OPEN = List.of(JoiningState.SUBMITTED.name(), JoiningState.RETURNED.name());

    private final DSLContext database;
    private final JsonMapper json;

    JoiningStore(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// `RZ-2026-00012`: the year in which it was handed in, and the next number.
    String nextNumber(int year) {
        return "RZ-%d-%05d".formatted(year, database.nextval(Sequences.PROVIDER_JOINING_NUMBER));
    }

    /// False if the provider has an open one already.
    boolean insert(JoiningView joining) {
        return database.insertInto(PROVIDER_JOINING)
                        .set(PROVIDER_JOINING.ID, joining.id().value())
                        .set(PROVIDER_JOINING.NUMBER, joining.number())
                        .set(PROVIDER_JOINING.PROVIDER_ID, joining.provider().value())
                        .set(PROVIDER_JOINING.STATE, joining.state().name())
                        .set(PROVIDER_JOINING.ANSWERS, written(joining.answers()))
                        .set(PROVIDER_JOINING.SUBMITTED_BY, joining.submitted().by())
                        .set(
                                PROVIDER_JOINING.SUBMITTED_AT,
                                joining.submitted().at().atOffset(ZoneOffset.UTC))
                        .set(
                                PROVIDER_JOINING.DECIDE_BY,
                                joining.submitted().decideBy().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void submitAgain(JoiningId id, JoiningAnswers answers, JoiningView.Submitted submitted) {
        database.update(PROVIDER_JOINING)
                .set(PROVIDER_JOINING.STATE, JoiningState.SUBMITTED.name())
                .set(PROVIDER_JOINING.ANSWERS, written(answers))
                .set(PROVIDER_JOINING.SUBMITTED_BY, submitted.by())
                .set(PROVIDER_JOINING.SUBMITTED_AT, submitted.at().atOffset(ZoneOffset.UTC))
                .set(PROVIDER_JOINING.DECIDE_BY, submitted.decideBy().atOffset(ZoneOffset.UTC))
                .where(PROVIDER_JOINING.ID.eq(id.value()))
                .execute();
    }

    void giveBack(JoiningId id, JoiningView.Returned returned) {
        database.update(PROVIDER_JOINING)
                .set(PROVIDER_JOINING.STATE, JoiningState.RETURNED.name())
                .set(PROVIDER_JOINING.RETURNED_BY, returned.by())
                .set(PROVIDER_JOINING.RETURNED_AT, returned.at().atOffset(ZoneOffset.UTC))
                .set(PROVIDER_JOINING.RETURNED_REASONS, written(returned.toMend()))
                .where(PROVIDER_JOINING.ID.eq(id.value()))
                .execute();
    }

    void end(JoiningId id, JoiningState state, JoiningView.End end) {
        database.update(PROVIDER_JOINING)
                .set(PROVIDER_JOINING.STATE, state.name())
                .set(PROVIDER_JOINING.ENDED_BY, end.by())
                .set(PROVIDER_JOINING.ENDED_AT, end.at().atOffset(ZoneOffset.UTC))
                .set(PROVIDER_JOINING.ENDED_REASON, end.reason())
                .where(PROVIDER_JOINING.ID.eq(id.value()))
                .execute();
    }

    Optional<JoiningView> find(Scope scope, JoiningId id) {
        return database.selectFrom(PROVIDER_JOINING)
                .where(visible(scope), PROVIDER_JOINING.ID.eq(id.value()))
                .fetchOptional(this::view);
    }

    /// The application, locked until the transaction ends.
    Optional<JoiningView> lock(Scope scope, JoiningId id) {
        return database.selectFrom(PROVIDER_JOINING)
                .where(visible(scope), PROVIDER_JOINING.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(this::view);
    }

    Optional<JoiningView> lockOpen(OrgId provider) {
        return database.selectFrom(PROVIDER_JOINING)
                .where(PROVIDER_JOINING.PROVIDER_ID.eq(provider.value()), PROVIDER_JOINING.STATE.in(OPEN))
                .forUpdate()
                .fetchOptional(this::view);
    }

    Optional<JoiningView> findOpen(OrgId provider) {
        return database.selectFrom(PROVIDER_JOINING)
                .where(PROVIDER_JOINING.PROVIDER_ID.eq(provider.value()), PROVIDER_JOINING.STATE.in(OPEN))
                .fetchOptional(this::view);
    }

    /// Those to be decided first on top, then those with their provider, then the ended ones, newest first.
    List<JoiningView> list(Scope scope, long offset, int limit) {
        var waits = PROVIDER_JOINING.STATE.eq(JoiningState.SUBMITTED.name());
        var isReturned = PROVIDER_JOINING.STATE.eq(JoiningState.RETURNED.name());
        return database.selectFrom(PROVIDER_JOINING)
                .where(visible(scope))
                .orderBy(
                        DSL.when(waits, 0).when(isReturned, 1).otherwise(2),
                        DSL.when(waits, PROVIDER_JOINING.DECIDE_BY),
                        PROVIDER_JOINING.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(this::view);
    }

    List<JoiningView> page(Scope scope, @Nullable String after, int rows) {
        return database.selectFrom(PROVIDER_JOINING)
                .where(visible(scope), after == null ? DSL.noCondition() : PROVIDER_JOINING.ID.lt(after))
                .orderBy(PROVIDER_JOINING.ID.desc())
                .limit(rows)
                .fetch(this::view);
    }

    int count(Scope scope) {
        return database.fetchCount(PROVIDER_JOINING, visible(scope));
    }

    boolean hasPools(OrgId provider) {
        return database.fetchExists(POOL, POOL.PROVIDER_ID.eq(provider.value()));
    }

    boolean isPoolName(String name) {
        return database.fetchExists(POOL, POOL.ID.eq(name));
    }

    private static Condition visible(Scope scope) {
        return Scope.condition(scope, PROVIDER_JOINING.PROVIDER_ID);
    }

    private JSONB written(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private JoiningView view(ProviderJoiningRecord row) {
        return new JoiningView(
                new JoiningId(row.getId()),
                row.getNumber(),
                new OrgId(row.getProviderId()),
                JoiningState.valueOf(row.getState()),
                json.readValue(row.getAnswers().data(), JoiningAnswers.class),
                new JoiningView.Submitted(
                        row.getSubmittedBy(),
                        row.getSubmittedAt().toInstant(),
                        row.getDecideBy().toInstant()),
                returned(row),
                end(row));
    }

    private JoiningView.@Nullable Returned returned(ProviderJoiningRecord row) {
        var at = row.getReturnedAt();
        return at == null
                ? null
                : new JoiningView.Returned(
                        row.getReturnedBy(),
                        at.toInstant(),
                        json.readValue(row.getReturnedReasons().data(), BY_STEP));
    }

    private static JoiningView.@Nullable End end(ProviderJoiningRecord row) {
        var at = row.getEndedAt();
        return at == null ? null : new JoiningView.End(row.getEndedBy(), at.toInstant(), row.getEndedReason());
    }
}
