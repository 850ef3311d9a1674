// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.InTime;
import io.atrium.compute.JobEstimate;
import io.atrium.compute.JobFilter;
import io.atrium.compute.JobId;
import io.atrium.compute.JobInterruption;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
import io.atrium.compute.StopJob;
import io.atrium.compute.SubmitJob;
import io.atrium.compute.web.LogStreams;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Jobs: estimate, submit, look, explain, log, stop.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "jobs")
class JobsApi {

    private final Jobs jobs;
    private final LogStreams streams;

    JobsApi(Jobs jobs, LogStreams streams) {
        this.jobs = jobs;
        this.streams = streams;
    }

    record Estimate(
            String pool,
            String provider,
            String gpuModel,
            MoneyJson pricePerGpuHour,
            BigDecimal gpuHoursMax,
            MoneyJson listPrice,
            @Nullable String voucher,
            MoneyJson voucherPart,
            MoneyJson ownPart,
            MoneyJson creditLeftAfter,
            StartJson start,
            @Nullable Instant neededBy,
            @Nullable InTime inTime,
            String gpuShare,
            @Nullable Integer cpusPerGpu,
            @Nullable Integer memoryGibPerGpu,
            @Nullable Integer linkGbps,
            @Nullable String dataAt,
            @Nullable Boolean nearData) {}

    record Event(
            Instant at,
            String kind,
            String detail,
            @Nullable String actor) {}

    record Explanation(
            String job,
            String state,
            @Nullable Instant neededBy,
            @Nullable InTime inTime,
            @Nullable StartJson start,
            List<Seat> placement,
            List<Event> history,
            List<Interruption> interruptions,
            String gpuShare,
            @Nullable String dataAt,
            @Nullable Boolean nearData) {}

    /// A run that gave its GPUs back. What was lost is charged like all use, and is part of the job's one bill.
    ///
    /// @param goneOnAt   absent while the job waits
    /// @param lostKnown  false if no checkpoint of the run was seen: then the figures are those of the whole run
    record Interruption(
            int run,
            Instant startedAt,
            Instant askedBackAt,
            Instant endedAt,
            Duration ran,
            @Nullable Instant goneOnAt,
            boolean lostKnown,
            long lostGpuMs,
            MoneyJson lostCharged) {

        static Interruption of(JobInterruption each) {
            return new Interruption(
                    each.run(),
                    each.startedAt(),
                    each.askedBackAt(),
                    each.endedAt(),
                    each.ran(),
                    each.goneOn(),
                    each.lost() != null,
                    each.gpuTimeLost().value(),
                    MoneyJson.of(each.charged()));
        }
    }

    /// GPUs on one node, or 1 for the one share.
    record Seat(String node, int gpus) {}

    record Log(List<String> lines, long next, boolean done) {}

    record Cancellation(@Nullable String reason) {}

    record Cancelled(String job, String foundState) {}

    @Operation(summary = "Price, voucher part, own part and expected start, before anything is held")
    @PostMapping("/job-estimates")
    Estimate estimate(Actor actor, @RequestBody AskJson body) {
        var request = body.request();
        return estimate(jobs.estimate(actor, request), request.neededBy());
    }

    @Operation(summary = "Submit a job; its cost at the time limit is held")
    @PostMapping("/jobs")
    ResponseEntity<JobJson> submit(Actor actor, RequestKey key, @RequestBody AskJson body) {
        var submitted = jobs.submit(actor, new SubmitJob(key, body.request()));
        var job = visible(actor, submitted.job());
        return ResponseEntity.created(URI.create("/api/v1/jobs/" + job.id())).body(json(job));
    }

    @Operation(summary = "Jobs that one may see, newest first")
    @GetMapping("/jobs")
    CursorPage<JobJson> list(Actor actor, CursorQuery query, @RequestParam(required = false) @Nullable JobState state) {
        actor.require(Permission.READ_JOB);
        var filter = state == null ? JobFilter.ALL : new JobFilter(EnumSet.of(state));
        var rows = jobs.page(actor.scope(Permission.READ_JOB), filter, query.after(), query.rowsToRead());
        var inTime = jobs.inTime(rows);
        return CursorPage.of(query, rows, job -> job.id().value(), job -> JobJson.of(job, inTime.get(job.id())));
    }

    @Operation(summary = "One job")
    @GetMapping("/jobs/{id}")
    JobJson find(Actor actor, @PathVariable JobId id) {
        return json(visible(actor, id));
    }

    @Operation(summary = "Why a job waits and when it starts, where it sits, its history and what interruptions cost")
    @GetMapping("/jobs/{id}/explain")
    Explanation explain(Actor actor, @PathVariable JobId id) {
        var job = visible(actor, id);
        var scope = actor.scope(Permission.READ_JOB);
        var history = jobs.history(scope, id).stream()
                .map(event -> new Event(event.at(), event.kind(), event.detail(), event.actor()))
                .toList();
        var start = jobs.explain(scope, id).map(StartJson::of).orElse(null);
        var placement = jobs.nodes(scope, id).stream()
                .map(slice -> new Seat(slice.node().value(), slice.gpus()))
                .toList();
        var interruptions =
                jobs.interruptions(scope, id).stream().map(Interruption::of).toList();
        return new Explanation(
                id.value(),
                job.state().name(),
                job.ask().neededBy(),
                inTime(job),
                start,
                placement,
                history,
                interruptions,
                job.ask().shape().share().toString(),
                job.ask().dataAt() == null ? null : job.ask().dataAt().value(),
                job.isNearData());
    }

    @Operation(summary = "Lines of the log from a byte on")
    @GetMapping("/jobs/{id}/log")
    Log log(Actor actor, @PathVariable JobId id, @RequestParam(defaultValue = "0") long after) {
        actor.require(Permission.READ_JOB);
        var log = jobs.log(actor.scope(Permission.READ_JOB), id, after)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return new Log(log.texts(), log.next(), log.complete());
    }

    @Operation(summary = "The log as server-sent events: `line` with its last byte as id, then `end`")
    @GetMapping("/jobs/{id}/log/stream")
    SseEmitter stream(Actor actor, @PathVariable JobId id, @RequestParam(defaultValue = "0") long after) {
        visible(actor, id);
        return streams.open(actor.scope(Permission.READ_JOB), id, after);
    }

    @Operation(summary = "Stop a job: free while it waits, billed until then when it runs")
    @PostMapping("/jobs/{id}/cancellation")
    Cancelled cancel(Actor actor, RequestKey key, @PathVariable JobId id, @RequestBody Cancellation body) {
        var stopped = jobs.stop(actor, new StopJob(key, id, body.reason() == null ? "" : body.reason()));
        return new Cancelled(id.value(), stopped.found().name());
    }

    private JobView visible(Actor actor, JobId id) {
        actor.require(Permission.READ_JOB);
        return jobs.find(actor.scope(Permission.READ_JOB), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private JobJson json(JobView job) {
        return JobJson.of(job, inTime(job));
    }

    private @Nullable InTime inTime(JobView job) {
        return jobs.inTime(List.of(job)).get(job.id());
    }

    private static Estimate estimate(JobEstimate estimate, @Nullable Instant neededBy) {
        return new Estimate(
                estimate.pool(),
                estimate.provider().value(),
                estimate.gpuModel(),
                MoneyJson.of(estimate.pricePerGpuHour()),
                estimate.gpuTimeMax().gpuHours(),
                MoneyJson.of(estimate.listPrice()),
                estimate.voucher(),
                MoneyJson.of(estimate.voucherPart()),
                MoneyJson.of(estimate.ownPart()),
                MoneyJson.of(estimate.creditLeftAfter()),
                StartJson.of(estimate.start()),
                neededBy,
                estimate.start().inTime(),
                estimate.shape().share().toString(),
                told(estimate.shape().perGpu().cpus()),
                told(estimate.shape().perGpu().memoryGib()),
                told(estimate.shape().link().gbps()),
                estimate.dataAt() == null ? null : estimate.dataAt().value(),
                estimate.isNearData());
    }

    private static @Nullable Integer told(int figure) {
        return figure == 0 ? null : figure;
    }
}
