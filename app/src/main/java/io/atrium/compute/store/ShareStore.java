// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.POOL;
import static io.atrium.jooq.Tables.SHARE_USE;

import io.atrium.compute.ComputeSettings;
import io.atrium.compute.JobView;
import io.atrium.engine.scheduler.FadingUse;
import io.atrium.engine.scheduler.FadingUse.Stay;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The rows of fading use. What runs is not in them: it is added when it is asked for, and booked when it is settled.
@Component
public class ShareStore {

    private final DSLContext database;
    private final ComputeSettings settings;

    ShareStore(DSLContext database, ComputeSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /// What one project of a tenant used of one pool.
    public record Row(TenantId tenant, String project, PoolId pool, GpuModel model, FadingUse use) {}

    /// Adds what the last run of an ended job has used; once for each job, in the transaction that settles it.
    public void add(JobView job) {
        var ended = job.times().ended();
        if (ended != null && job.elapsedInRun().isPositive()) {
            add(job, job.elapsedInRun(), ended);
        }
    }

    /// Adds what a run has used that gave its GPUs back; once for each, in the transaction that lets its job wait
    /// again.
    public void add(JobView job, Duration elapsed, Instant ended) {
        var key = key(job);
        var before = database.selectFrom(SHARE_USE).where(key).forUpdate().fetchOptional();
        var stay = new Stay(job.ask().amount(), ended.minus(elapsed), ended);
        var use = before.map(row -> new FadingUse(row.getGpuMs(), row.getAsOf().toInstant()))
                .orElseGet(() -> FadingUse.none(ended))
                .plus(stay, settings.shareHalfLife());
        database.insertInto(SHARE_USE)
                .set(SHARE_USE.FIRM_ID, job.firm().value())
                .set(SHARE_USE.PROJECT, job.ask().project())
                .set(SHARE_USE.POOL_ID, job.ask().pool())
                .set(SHARE_USE.GPU_MS, use.gpuMillis())
                .set(SHARE_USE.AS_OF, JobStore.at(use.asOf()))
                .onConflict(SHARE_USE.FIRM_ID, SHARE_USE.PROJECT, SHARE_USE.POOL_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    List<Row> rows() {
        return database.select(SHARE_USE, POOL.GPU_MODEL)
                .from(SHARE_USE)
                .join(POOL)
                .on(POOL.ID.eq(SHARE_USE.POOL_ID))
                .orderBy(SHARE_USE.FIRM_ID, SHARE_USE.PROJECT, SHARE_USE.POOL_ID)
                .fetch(row -> new Row(
                        new TenantId(row.value1().getFirmId()),
                        row.value1().getProject(),
                        new PoolId(row.value1().getPoolId()),
                        new GpuModel(row.value2()),
                        new FadingUse(
                                row.value1().getGpuMs(), row.value1().getAsOf().toInstant())));
    }

    private static Condition key(JobView job) {
        return DSL.and(
                SHARE_USE.FIRM_ID.eq(job.firm().value()),
                SHARE_USE.PROJECT.eq(job.ask().project()),
                SHARE_USE.POOL_ID.eq(job.ask().pool()));
    }
}
