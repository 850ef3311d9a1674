// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.domain;

import io.atrium.compute.InTime;
import io.atrium.compute.Likelihood;
import io.atrium.compute.ShareStanding;
import io.atrium.compute.WaitAnswer;
import io.atrium.compute.WaitReason;
import io.atrium.engine.scheduler.RoundResult.Waiting;
import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.StartEstimate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the scheduler's answers into codes and named facts, as pages and programs read them.
public final class WaitAnswers {

    /// The end of a range is rounded up to the minute, its beginning down: seconds would pretend to know.
    private static final Duration ROUND_UP = Duration.ofMinutes(1).minusNanos(1);

    private WaitAnswers() {}

    public static WaitAnswer of(Waiting waiting, Instant at) {
        var reasons = waiting.reasons().stream().map(WaitAnswers::reason).toList();
        var remedies = waiting.remedies().stream().map(WaitAnswers::remedy).toList();
        var share = waiting.standing().map(ShareStanding::of).orElse(null);
        var inTime = inTime(waiting, at);
        return switch (waiting.start()) {
            case StartEstimate.Between(var earliest, var latest) ->
                new WaitAnswer(
                        at,
                        waiting.position(),
                        reasons,
                        remedies,
                        minute(earliest),
                        minute(latest.plus(ROUND_UP)),
                        null,
                        share,
                        null,
                        inTime);
            case StartEstimate.Likely(var start) ->
                new WaitAnswer(
                        at,
                        waiting.position(),
                        reasons,
                        remedies,
                        minute(start.range().earliest()),
                        minute(start.range().latest().plus(ROUND_UP)),
                        null,
                        share,
                        likelihood(start),
                        inTime);
            case StartEstimate.Unknown(var why) ->
                new WaitAnswer(at, waiting.position(), reasons, remedies, null, null, why.name(), share, null, inTime);
        };
    }

    private static @Nullable InTime inTime(Waiting waiting, Instant at) {
        return waiting.job()
                .latestStart()
                .map(latestStart -> io.atrium.engine.scheduler.model.InTime.of(waiting.start(), latestStart, at))
                .map(verdict -> switch (verdict) {
                    case LIKELY -> InTime.LIKELY;
                    case UNCERTAIN -> InTime.UNCERTAIN;
                    case UNLIKELY -> InTime.UNLIKELY;
                })
                .orElse(null);
    }

    /// How often such estimates came true is counted when somebody reads it.
    private static Likelihood likelihood(LikelyStart start) {
        return new Likelihood(
                StartEstimate.LIKELY_PERCENT, minute(start.middle().plus(ROUND_UP)), 0, 0);
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private static WaitReason reason(Reason reason) {
        return new WaitReason(
                reason.code(),
                switch (reason) {
                    case Reason.OverQuota(var quota, var inUse, var promised, var wanted) ->
                        Map.of(
                                "quota", quota.rounded(),
                                "in_use", inUse.rounded(),
                                "promised", promised.rounded(),
                                "wanted", wanted.rounded());
                    case Reason.PlaceBeingCleared(var pool, var jobs, var by) ->
                        Map.of("pool", pool.value(), "jobs", jobs, "by", by.toString());
                    case Reason.FreeButScattered(var pool, var free, var largest) ->
                        Map.of("pool", pool.value(), "free", free, "largest_fit", largest);
                    case Reason.HeldForEarlierJob held ->
                        Map.of(
                                "pool",
                                held.pool().value(),
                                "reserved_from",
                                held.reservedFrom().toString());
                    case Reason.AboveShare(var standing) ->
                        Map.of(
                                "share_basis_points",
                                standing.share(),
                                "used_basis_points",
                                standing.used(),
                                "claimed_basis_points",
                                standing.claimed(),
                                "half_life",
                                standing.halfLife().toString());
                    case Reason.BehindEarlierJobs(var jobs, var gpus) -> Map.of("jobs", jobs, "gpus", gpus.rounded());
                    case Reason.NodesUnavailable(var pool, var gpus) ->
                        Map.of("pool", pool.value(), "gpus", gpus.rounded());
                    case Reason.NotEnoughFree(var wanted, var mostFree) ->
                        Map.of("wanted", wanted.rounded(), "most_free", mostFree.rounded());
                    case Reason.TooLateForItsDate(var neededBy, var timeLimit, var earliestStart) ->
                        Map.of(
                                "needed_by",
                                neededBy.toString(),
                                "time_limit",
                                timeLimit.toString(),
                                "earliest_start",
                                minute(earliestStart).toString());
                });
    }

    private static WaitReason remedy(Remedy remedy) {
        return new WaitReason(
                remedy.code(),
                switch (remedy) {
                    case Remedy.FreeOrRaiseQuota(var gpus) -> Map.of("gpus", gpus);
                    case Remedy.AskForLargerShare(var share, var pool) ->
                        Map.of("gpu_share", share.toString(), "pool", pool.value());
                    case Remedy.AskForLessPerGpu(var perGpu, var pool) ->
                        Map.of(
                                "cpus_per_gpu", perGpu.cpus(),
                                "memory_gib_per_gpu", perGpu.memoryGib(),
                                "pool", pool.value());
                    case Remedy.AskForSlowerLink(var link, var pool) ->
                        Map.of("link_gbps", link.gbps(), "pool", pool.value());
                    case Remedy.DeclareInterruptible() -> Map.of();
                    case Remedy.AskForFewerGpus(var gpus) -> Map.of("gpus", gpus);
                    case Remedy.ShortenTimeLimit(var limit) -> Map.of("time_limit", limit.toString());
                    case Remedy.AllowPool(var pool, var fen) -> Map.of("pool", pool.value(), "fen_per_gpu_hour", fen);
                });
    }
}
