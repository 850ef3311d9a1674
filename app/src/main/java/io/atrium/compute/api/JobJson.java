// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.InTime;
import io.atrium.compute.JobView;
import io.atrium.web.api.MoneyJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job on the wire. `in_time` says whether it will be done by `needed_by`, or was.
///
/// @param gpuShare what it takes in its pool: `1`, whole GPUs, or the one share, `1/4`; `gpus` is 1 then
/// @param cpusPerGpu and `memoryGibPerGpu`: the least that it asked for with a whole GPU; absent: nothing
/// @param linkGbps the least Gbit/s between nodes that it asked for; absent: any
/// @param nearData whether it runs at the provider `dataAt`; absent without one
record JobJson(
        String id,
        String name,
        String project,
        String firm,
        String provider,
        String pool,
        String gpuModel,
        String workload,
        List<String> command,
        int gpus,
        Duration timeLimit,
        String state,
        @Nullable String outcome,
        MoneyJson pricePerGpuHour,
        Held held,
        Metered metered,
        @Nullable Integer exitCode,
        String detail,
        @Nullable String engine,
        @Nullable Boolean simulated,
        Instant submittedAt,
        @Nullable Instant placedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant settledAt,
        boolean interruptible,
        int run,
        @Nullable Instant askedBackAt,
        @Nullable Instant neededBy,
        @Nullable InTime inTime,
        String gpuShare,
        @Nullable Integer cpusPerGpu,
        @Nullable Integer memoryGibPerGpu,
        @Nullable Integer linkGbps,
        @Nullable String dataAt,
        @Nullable Boolean nearData) {

    record Held(MoneyJson listPrice, @Nullable String voucher, MoneyJson voucherPart, MoneyJson ownPart) {}

    record Metered(
            long gpuMs,
            BigDecimal gpuHours,
            MoneyJson listPrice,
            Duration elapsed,
            Duration cpu,
            long memoryBytesMax) {}

    static JobJson of(JobView job, @Nullable InTime inTime) {
        var ask = job.ask();
        var times = job.times();
        return new JobJson(
                job.id().value(),
                ask.name(),
                ask.project(),
                job.firm().value(),
                job.provider().value(),
                ask.pool(),
                ask.gpuModel(),
                ask.workload(),
                ask.command(),
                ask.gpus(),
                ask.timeLimit(),
                job.state().name(),
                job.outcome() == null ? null : job.outcome().name(),
                MoneyJson.of(ask.pricePerGpuHour()),
                held(job.held()),
                metered(job),
                job.use().exitCode(),
                job.detail(),
                job.engine().isEmpty() ? null : job.engine(),
                job.isSimulated() ? true : null,
                times.submitted(),
                times.placed(),
                times.started(),
                times.ended(),
                times.settled(),
                job.course().interruptible(),
                job.course().run(),
                job.course().askedBackAt(),
                ask.neededBy(),
                inTime,
                ask.shape().share().toString(),
                asked(ask.shape().perGpu().cpus()),
                asked(ask.shape().perGpu().memoryGib()),
                asked(ask.shape().link().gbps()),
                ask.dataAt() == null ? null : ask.dataAt().value(),
                job.isNearData());
    }

    private static @Nullable Integer asked(int least) {
        return least == 0 ? null : least;
    }

    private static Held held(JobView.Held held) {
        return new Held(
                MoneyJson.of(held.listPrice()),
                held.voucher(),
                MoneyJson.of(held.voucherPart()),
                MoneyJson.of(held.ownPart()));
    }

    private static Metered metered(JobView job) {
        var metered = job.metered();
        return new Metered(
                metered.gpuTime().value(),
                metered.gpuTime().gpuHours(),
                MoneyJson.of(metered.listPrice()),
                job.use().elapsed(),
                job.use().cpu(),
                job.use().memoryBytesMax());
    }
}
