// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import static io.atrium.jooq.Tables.BILL_NOW;
import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.PRICE_CORRECTION_LINE;

import io.atrium.compute.BillId;
import io.atrium.compute.BillPeriod;
import io.atrium.compute.JobId;
import io.atrium.compute.JobState;
import io.atrium.compute.correction.PriceCorrectionEffect.FirmEffect;
import io.atrium.compute.correction.PriceCorrectionLine.State;
import io.atrium.compute.correction.PriceCorrectionView.Wish;
import io.atrium.compute.store.BillStore;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.OrgId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which bills a price correction touches, before it is agreed and after.
@Component
class PriceCorrectionLines {

    private static final List<String> UNFINISHED = Stream.of(
                    JobState.QUEUED, JobState.PLACED, JobState.RUNNING, JobState.ENDED)
            .map(JobState::name)
            .toList();

    private final DSLContext database;

    PriceCorrectionLines(DSLContext database) {
        this.database = database;
    }

    int count(Wish wish) {
        return database.fetchCount(BILL_NOW, affected(wish));
    }

    List<FirmEffect> effects(Wish wish) {
        var firms = new LinkedHashMap<OrgId, FirmEffect>();
        database.select(BILL_NOW.FIRM_ID, BILL_NOW.GPU_MS, BILL_NOW.LIST_FEN)
                .from(BILL_NOW)
                .where(affected(wish))
                .orderBy(BILL_NOW.ID)
                .forEach(row -> firms.merge(
                        new OrgId(row.value1()),
                        new FirmEffect(
                                new OrgId(row.value1()),
                                1,
                                new Fen(row.value3()),
                                new GpuMillis(row.value2()).at(wish.rightPrice())),
                        PriceCorrectionLines::sum));
        return firms.values().stream()
                .sorted(Comparator.comparing(
                        (FirmEffect effect) -> Math.abs(effect.difference().value()), Comparator.reverseOrder()))
                .toList();
    }

    private static FirmEffect sum(FirmEffect one, FirmEffect other) {
        return new FirmEffect(
                one.firm(),
                one.bills() + other.bills(),
                one.before().plus(other.before()),
                one.after().plus(other.after()));
    }

    int countToCome(Wish wish) {
        return database.fetchCount(JOB, toCome(wish));
    }

    /// From now on the correction is about these, however prices move.
    void fix(PriceCorrectionId id, Wish wish, boolean alsoToCome) {
        var name = DSL.val(id.value());
        var toDo = DSL.val(State.TO_DO.name());
        database.insertInto(
                        PRICE_CORRECTION_LINE,
                        PRICE_CORRECTION_LINE.CORRECTION_ID,
                        PRICE_CORRECTION_LINE.JOB_ID,
                        PRICE_CORRECTION_LINE.STATE)
                .select(DSL.select(name, BILL_NOW.JOB_ID, toDo).from(BILL_NOW).where(affected(wish)))
                .execute();
        if (alsoToCome) {
            database.insertInto(
                            PRICE_CORRECTION_LINE,
                            PRICE_CORRECTION_LINE.CORRECTION_ID,
                            PRICE_CORRECTION_LINE.JOB_ID,
                            PRICE_CORRECTION_LINE.STATE)
                    .select(DSL.select(name, JOB.ID, toDo).from(JOB).where(toCome(wish)))
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /// Those not finished yet whose job has a bill, or never will have one; oldest first, so that vouchers run out in
    /// the
    /// order in which they would have.
    List<PriceCorrectionLine> due(PriceCorrectionId id, int limit) {
        return fetch(
                PRICE_CORRECTION_LINE
                        .CORRECTION_ID
                        .eq(id.value())
                        .and(PRICE_CORRECTION_LINE.STATE.in(State.TO_DO.name(), State.REFUSED.name()))
                        .and(BILL_NOW.ID.isNotNull().or(JOB.STATE.eq(JobState.CANCELLED.name()))),
                limit);
    }

    List<PriceCorrectionLine> list(PriceCorrectionId id, int limit) {
        return fetch(PRICE_CORRECTION_LINE.CORRECTION_ID.eq(id.value()), limit);
    }

    private List<PriceCorrectionLine> fetch(Condition condition, int limit) {
        return database.select(
                        PRICE_CORRECTION_LINE.JOB_ID,
                        BILL_NOW.ID,
                        JOB.NAME,
                        PRICE_CORRECTION_LINE.STATE,
                        PRICE_CORRECTION_LINE.REFUSAL)
                .from(PRICE_CORRECTION_LINE)
                .join(JOB)
                .on(JOB.ID.eq(PRICE_CORRECTION_LINE.JOB_ID))
                .leftJoin(BILL_NOW)
                .on(BILL_NOW.JOB_ID.eq(JOB.ID))
                .where(condition)
                .orderBy(BILL_NOW.ISSUED_AT, PRICE_CORRECTION_LINE.JOB_ID)
                .limit(limit)
                .fetch(row -> new PriceCorrectionLine(
                        new JobId(row.value1()),
                        row.value2() == null ? null : new BillId(row.value2()),
                        row.value3(),
                        State.valueOf(row.value4()),
                        row.value5()));
    }

    void save(PriceCorrectionId id, JobId job, State state, @Nullable String refusal) {
        database.update(PRICE_CORRECTION_LINE)
                .set(PRICE_CORRECTION_LINE.STATE, state.name())
                .set(PRICE_CORRECTION_LINE.REFUSAL, refusal)
                .where(PRICE_CORRECTION_LINE.CORRECTION_ID.eq(id.value()), PRICE_CORRECTION_LINE.JOB_ID.eq(job.value()))
                .execute();
    }

    Map<State, Integer> states(PriceCorrectionId id) {
        var states = new EnumMap<State, Integer>(State.class);
        database.select(PRICE_CORRECTION_LINE.STATE, DSL.count())
                .from(PRICE_CORRECTION_LINE)
                .where(PRICE_CORRECTION_LINE.CORRECTION_ID.eq(id.value()))
                .groupBy(PRICE_CORRECTION_LINE.STATE)
                .forEach(row -> states.put(State.valueOf(row.value1()), row.value2()));
        return states;
    }

    private static Condition affected(Wish wish) {
        return BILL_NOW.POOL_ID
                .eq(wish.pool())
                .and(BILL_NOW.IS_SIMULATED.isFalse())
                .and(BILL_NOW.JOB_ID.isNotNull()) // a lease keeps the price of its contract
                .and(BILL_NOW.FEN_PER_GPU_HOUR.eq(wish.wrongPrice().value()))
                .and(BillStore.in(new BillPeriod(wish.firstDay(), wish.lastDay())));
    }

    private static Condition toCome(Wish wish) {
        return JOB.POOL_ID
                .eq(wish.pool())
                .and(JOB.FEN_PER_GPU_HOUR.eq(wish.wrongPrice().value()))
                .and(JOB.STATE.in(UNFINISHED));
    }
}
