// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import static io.atrium.jooq.Tables.BUDGET;
import static io.atrium.jooq.Tables.BUDGET_ALERT;
import static io.atrium.jooq.Tables.BUDGET_LINE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import io.atrium.jooq.tables.records.BudgetLineRecord;
import io.atrium.jooq.tables.records.BudgetRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of budgets, and the sums beside them. Spent and held are read with one statement: a job that is billed
/// meanwhile counts once.
@Component
class BudgetStore {

    private static final Condition IS_KEPT = BUDGET.REMOVED_AT.isNull();
    private static final Condition IS_BILLED = BUDGET_LINE.KIND.eq(BudgetLine.Kind.BILLED.name());
    private static final Condition IS_HELD = BUDGET_LINE.KIND.eq(BudgetLine.Kind.HELD.name());

    private final DSLContext database;

    BudgetStore(DSLContext database) {
        this.database = database;
    }

    /// One at a time for a firm: who submits sees what everybody before has held.
    void lock(OrgId firm) {
        database.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "budget/" + firm.value());
    }

    /// False if the project has a budget already.
    boolean insert(BudgetView budget) {
        return database.insertInto(BUDGET)
                        .set(BUDGET.ID, budget.id().value())
                        .set(BUDGET.FIRM_ID, budget.firm().value())
                        .set(BUDGET.PROJECT, budget.project())
                        .set(BUDGET.LIMIT_FEN, budget.limit().value())
                        .set(BUDGET.THRESHOLDS, budget.thresholds().toArray(Integer[]::new))
                        .set(BUDGET.AT_LIMIT, budget.atLimit().name())
                        .set(BUDGET.SET_BY, budget.setBy())
                        .set(BUDGET.SET_AT, budget.setAt().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void update(BudgetView budget) {
        database.update(BUDGET)
                .set(BUDGET.LIMIT_FEN, budget.limit().value())
                .set(BUDGET.THRESHOLDS, budget.thresholds().toArray(Integer[]::new))
                .set(BUDGET.AT_LIMIT, budget.atLimit().name())
                .set(BUDGET.SET_BY, budget.setBy())
                .set(BUDGET.SET_AT, budget.setAt().atOffset(ZoneOffset.UTC))
                .where(BUDGET.ID.eq(budget.id().value()))
                .execute();
    }

    void remove(BudgetId budget, OffsetDateTime at) {
        database.update(BUDGET)
                .set(BUDGET.REMOVED_AT, at)
                .where(BUDGET.ID.eq(budget.value()))
                .execute();
    }

    Optional<BudgetView> find(Scope scope, BudgetId id) {
        return database.selectFrom(BUDGET)
                .where(visible(scope), BUDGET.ID.eq(id.value()))
                .fetchOptional(BudgetStore::view);
    }

    /// The whole firm's first, then projects by name; firms apart.
    List<BudgetView> list(Scope scope, long offset, int limit) {
        return database.selectFrom(BUDGET)
                .where(visible(scope))
                .orderBy(BUDGET.FIRM_ID, BUDGET.PROJECT)
                .offset(offset)
                .limit(limit)
                .fetch(BudgetStore::view);
    }

    int count(Scope scope) {
        return database.fetchCount(BUDGET, visible(scope));
    }

    /// Budgets that a job of a project counts against: the project's, then the firm's.
    List<BudgetView> concerning(OrgId firm, String project) {
        return database.selectFrom(BUDGET)
                .where(IS_KEPT, BUDGET.FIRM_ID.eq(firm.value()), BUDGET.PROJECT.in("", project))
                .orderBy(BUDGET.PROJECT.desc())
                .fetch(BudgetStore::view);
    }

    BudgetStanding standing(BudgetView budget, YearMonth month) {
        var counts = budget.isOfProject() ? BUDGET_LINE.PROJECT.eq(budget.project()) : noCondition();
        return database.select(summed(IS_BILLED), summed(IS_HELD))
                .from(BUDGET_LINE)
                .where(BUDGET_LINE.FIRM_ID.eq(budget.firm().value()), in(month), counts)
                .fetchSingle(row -> new BudgetStanding(budget, month, fen(row.value1()), fen(row.value2())));
    }

    /// Each project of a firm with what it used, largest first.
    List<ProjectSpend> spends(OrgId firm, YearMonth month) {
        return database.select(BUDGET_LINE.PROJECT, summed(IS_BILLED), summed(IS_HELD))
                .from(BUDGET_LINE)
                .where(BUDGET_LINE.FIRM_ID.eq(firm.value()), in(month))
                .groupBy(BUDGET_LINE.PROJECT)
                .orderBy(sum(BUDGET_LINE.AMOUNT_FEN).desc(), BUDGET_LINE.PROJECT)
                .fetch(row -> new ProjectSpend(row.value1(), fen(row.value2()), fen(row.value3())));
    }

    /// What the sums are made of: what is held first, then bills, newest first.
    List<BudgetLine> lines(Condition condition, long offset, int limit) {
        return database.selectFrom(BUDGET_LINE)
                .where(condition)
                .orderBy(BUDGET_LINE.KIND.desc(), BUDGET_LINE.AT.desc(), BUDGET_LINE.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(BudgetStore::line);
    }

    int countLines(Condition condition) {
        return database.fetchCount(BUDGET_LINE, condition);
    }

    /// @param project null means every project
    static Condition of(OrgId firm, @Nullable String project, YearMonth month) {
        return BUDGET_LINE
                .FIRM_ID
                .eq(firm.value())
                .and(in(month))
                .and(project == null ? noCondition() : BUDGET_LINE.PROJECT.eq(project));
    }

    /// What is held counts in the running month, in whichever month it will be billed.
    private static Condition in(YearMonth month) {
        return IS_HELD.or(
                IS_BILLED.and(BUDGET_LINE.AT.ge(start(month))).and(BUDGET_LINE.AT.lt(start(month.plusMonths(1)))));
    }

    private static OffsetDateTime start(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }

    private static Field<BigDecimal> summed(Condition which) {
        return coalesce(sum(BUDGET_LINE.AMOUNT_FEN).filterWhere(which), inline(BigDecimal.ZERO));
    }

    private static Fen fen(BigDecimal sum) {
        return new Fen(sum.longValueExact());
    }

    /// False if the threshold was told of in this month already.
    boolean insertAlert(BudgetStanding standing, int threshold, OffsetDateTime at) {
        return database.insertInto(BUDGET_ALERT)
                        .set(BUDGET_ALERT.BUDGET_ID, standing.budget().id().value())
                        .set(BUDGET_ALERT.MONTH, standing.month().atDay(1))
                        .set(BUDGET_ALERT.THRESHOLD, threshold)
                        .set(BUDGET_ALERT.SENT_AT, at)
                        .set(BUDGET_ALERT.LIMIT_FEN, standing.budget().limit().value())
                        .set(BUDGET_ALERT.SPENT_FEN, standing.spent().value())
                        .set(BUDGET_ALERT.HELD_FEN, standing.held().value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    List<BudgetAlertView> alerts(BudgetId budget, int limit) {
        return database.selectFrom(BUDGET_ALERT)
                .where(BUDGET_ALERT.BUDGET_ID.eq(budget.value()))
                .orderBy(BUDGET_ALERT.MONTH.desc(), BUDGET_ALERT.THRESHOLD.desc())
                .limit(limit)
                .fetch(row -> new BudgetAlertView(
                        YearMonth.from(row.getMonth()),
                        row.getThreshold(),
                        row.getSentAt().toInstant(),
                        new Fen(row.getLimitFen()),
                        new Fen(row.getSpentFen()),
                        new Fen(row.getHeldFen())));
    }

    private static Condition visible(Scope scope) {
        return Scope.condition(scope, BUDGET.FIRM_ID).and(IS_KEPT);
    }

    private static BudgetView view(BudgetRecord row) {
        return new BudgetView(
                new BudgetId(row.getId()),
                new OrgId(row.getFirmId()),
                row.getProject(),
                new Fen(row.getLimitFen()),
                Arrays.asList(row.getThresholds()),
                AtLimit.valueOf(row.getAtLimit()),
                row.getSetBy(),
                row.getSetAt().toInstant());
    }

    private static BudgetLine line(BudgetLineRecord row) {
        return new BudgetLine(
                BudgetLine.Kind.valueOf(row.getKind()),
                row.getId(),
                row.getSubjectId(),
                row.getName(),
                row.getProject(),
                row.getAt().toInstant(),
                new Fen(row.getAmountFen()));
    }
}
