// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.domain;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.JobRequest;
import io.atrium.engine.scheduler.model.Limits;
import io.atrium.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Checks a request by itself, before the fleet is asked. The first reason in the order of [ComputeRefusal] is given.
public final class RequestCheck {

    private RequestCheck() {}

    public static Optional<Refusal> refusal(JobRequest request, Instant now) {
        if (request.name().isBlank() || request.name().length() > JobRequest.NAME_LENGTH_MAX) {
            return refused(ComputeRefusal.JOB_NAME_LENGTH, Map.of("max", JobRequest.NAME_LENGTH_MAX));
        }
        if (request.project().length() > JobRequest.PROJECT_LENGTH_MAX) {
            return refused(ComputeRefusal.JOB_PROJECT_LENGTH, Map.of("max", JobRequest.PROJECT_LENGTH_MAX));
        }
        var workload = Workload.find(request.workload());
        if (workload.isEmpty()) {
            return refused(ComputeRefusal.WORKLOAD_UNKNOWN, Map.of("workload", request.workload()));
        }
        if (workload.get() == Workload.COMMAND && request.command().isEmpty()) {
            return refused(ComputeRefusal.COMMAND_MISSING, Map.of());
        }
        var length = request.command().stream().mapToInt(String::length).sum();
        if (request.command().size() > JobRequest.COMMAND_WORDS_MAX || length > JobRequest.COMMAND_LENGTH_MAX) {
            return refused(ComputeRefusal.COMMAND_TOO_LONG, Map.of("max", JobRequest.COMMAND_LENGTH_MAX));
        }
        if (request.interruptible() && !workload.get().keepsCheckpoints()) {
            return refused(ComputeRefusal.WORKLOAD_KEEPS_NO_CHECKPOINTS, Map.of("workload", request.workload()));
        }
        if (request.gpus() < 1 || request.gpus() > JobRequest.GPUS_MAX) {
            return refused(ComputeRefusal.GPUS_OUT_OF_RANGE, Map.of("max", JobRequest.GPUS_MAX));
        }
        var needs = request.needs();
        if (!needs.share().isWhole() && request.gpus() != 1) {
            return refused(
                    ComputeRefusal.GPU_SHARE_OF_ONE,
                    Map.of(
                            "field",
                            "gpus",
                            "gpus",
                            request.gpus(),
                            "share",
                            needs.share().toString()));
        }
        var outOfRange = outOfRange(needs);
        if (outOfRange.isPresent()) {
            return outOfRange;
        }
        if (request.timeLimit().compareTo(JobRequest.TIME_LIMIT_MIN) < 0
                || request.timeLimit().compareTo(JobRequest.TIME_LIMIT_MAX) > 0) {
            return refused(
                    ComputeRefusal.TIME_LIMIT_OUT_OF_RANGE,
                    Map.of("min", JobRequest.TIME_LIMIT_MIN, "max", JobRequest.TIME_LIMIT_MAX));
        }
        return request.neededBy() == null ? Optional.empty() : refusal(request.neededBy(), request.timeLimit(), now);
    }

    private static Optional<Refusal> refusal(Instant neededBy, Duration timeLimit, Instant now) {
        if (!neededBy.isAfter(now) || neededBy.isAfter(now.plus(JobRequest.NEEDED_WITHIN_MAX))) {
            return refused(
                    ComputeRefusal.NEEDED_BY_OUT_OF_RANGE, Map.of("days", JobRequest.NEEDED_WITHIN_MAX.toDays()));
        }
        var doneBy = now.plus(timeLimit);
        return doneBy.isAfter(neededBy)
                ? refused(
                        ComputeRefusal.NEEDED_BY_TOO_SOON,
                        Map.of("needed_by", neededBy, "time_limit", timeLimit, "done_by", doneBy))
                : Optional.empty();
    }

    private static Optional<Refusal> outOfRange(JobRequest.Needs needs) {
        if (isOutside(needs.cpusPerGpu(), Limits.CPUS_PER_GPU_MAX)) {
            return outOfRange(ComputeRefusal.PER_GPU_OUT_OF_RANGE, "cpus_per_gpu", Limits.CPUS_PER_GPU_MAX);
        }
        if (isOutside(needs.memoryGibPerGpu(), Limits.MEMORY_GIB_PER_GPU_MAX)) {
            return outOfRange(ComputeRefusal.PER_GPU_OUT_OF_RANGE, "memory_gib_per_gpu", Limits.MEMORY_GIB_PER_GPU_MAX);
        }
        return isOutside(needs.linkGbps(), Limits.LINK_GBPS_MAX)
                ? outOfRange(ComputeRefusal.LINK_OUT_OF_RANGE, "link_gbps", Limits.LINK_GBPS_MAX)
                : Optional.empty();
    }

    private static boolean isOutside(int value, int max) {
        return value < 0 || value > max;
    }

    private static Optional<Refusal> outOfRange(ComputeRefusal code, String field, int max) {
        return refused(code, Map.of("field", field, "max", max));
    }

    private static Optional<Refusal> refused(ComputeRefusal code, Map<String, Object> facts) {
        return Optional.of(new Refusal(code, facts));
    }
}
