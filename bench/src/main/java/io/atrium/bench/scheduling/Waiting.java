// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.scheduling;

import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.bench.Row.Peer;
import io.atrium.cli.CommandFailed;
import io.atrium.cli.trace.FleetFile;
import io.atrium.cli.trace.JobFile;
import io.atrium.engine.scheduler.replay.ReplayJob;
import io.atrium.engine.scheduler.replay.ReplayPolicy;
import io.atrium.engine.scheduler.replay.TraceReplay;
import io.atrium.engine.scheduler.replay.TraceReplay.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Philly's, Muri's and HPC2N's jobs replayed; durations are known to no discipline, limits where users declared them.
record Waiting(Path traces, Consumer<String> messages) {
    private static final int PHILLY_GPUS = 576;
    private static final int MURI_GPUS = 64;
    private static final int HPC2N_PROCESSORS = 144;
    private static final double DAY_S = 86_400;

    /// Measured before with free preemption; docs/reference/scheduler.md.
    private static final double LAS_UNCHARGED_S = 15_310;

    /// Published average completion times of Tiresias-L on the traces of Muri (SIGCOMM'22).
    private record Muri(String trace, double tiresias) {}

    private static final List<Muri> MURI = List.of(
            new Muri("muri_trace1", 3_330_371),
            new Muri("muri_trace1_pr", 6_921_683),
            new Muri("muri_trace2", 7_396_369),
            new Muri("muri_trace2_pr", 10_555_502),
            new Muri("muri_trace3", 347_213),
            new Muri("muri_trace3_pr", 2_213_110));

    List<Row> rows() throws IOException, CommandFailed {
        var rows = new ArrayList<Row>();
        rows.addAll(philly());
        for (var muri : MURI) {
            rows.add(muri(muri));
        }
        rows.addAll(hpc2n());
        return rows;
    }

    private List<Row> philly() throws IOException, CommandFailed {
        var jobs = jobs("philly_jobs");
        var present = jobs.stream().map(ReplayJob::tenant).collect(Collectors.toSet());
        var tenants = FleetFile.tenants(traces.resolve("philly_vc.csv"));
        tenants.keySet().retainAll(present);
        var result = replay("philly_jobs", jobs, PHILLY_GPUS, ReplayPolicy.LEARNED, tenants);
        var skipping = replay("philly_jobs", jobs, PHILLY_GPUS, ReplayPolicy.FIFO_SKIP, tenants);
        return List.of(
                new Row(
                        "Philly: average completion" + bound(result),
                        "s",
                        result.avgCompletionS(),
                        new Peer("2D-LAS, uncharged", LAS_UNCHARGED_S),
                        Limit.atMost(15_000)),
                new Row(
                        "Philly: longest wait in all",
                        "d",
                        result.longestWaitS() / DAY_S,
                        new Peer("FIFO skipping", skipping.longestWaitS() / DAY_S),
                        Limit.atMost(4)),
                new Row(
                        "Philly: worst tenant against its static share",
                        "ratio",
                        result.worstRho().orElse(Double.NaN),
                        new Peer("FIFO skipping", skipping.worstRho().orElse(Double.NaN)),
                        Limit.atMost(1)),
                coverage("Philly", result));
    }

    private Row muri(Muri muri) throws IOException, CommandFailed {
        var result = replay(muri.trace(), jobs(muri.trace()), MURI_GPUS, ReplayPolicy.LEARNED, Map.of());
        return new Row(
                muri.trace() + ": average completion" + bound(result),
                "s",
                result.avgCompletionS(),
                new Peer("Tiresias-L, published", muri.tiresias()),
                Limit.atMost(muri.tiresias()));
    }

    private List<Row> hpc2n() throws IOException, CommandFailed {
        var jobs = jobs("swf_hpc2n_2002");
        var result = replay("swf_hpc2n_2002", jobs, HPC2N_PROCESSORS, ReplayPolicy.AREA_AGE, Map.of());
        var easy = replay("swf_hpc2n_2002", jobs, HPC2N_PROCESSORS, ReplayPolicy.EASY, Map.of());
        return List.of(
                new Row(
                        "HPC2N: average wait",
                        "s",
                        result.avgWaitS(),
                        new Peer("EASY", easy.avgWaitS()),
                        Limit.atMost(25_000)),
                new Row(
                        "HPC2N: longest wait",
                        "d",
                        result.longestWaitS() / DAY_S,
                        new Peer("EASY", easy.longestWaitS() / DAY_S),
                        null),
                new Row(
                        "HPC2N: broken promises",
                        "jobs",
                        result.brokenPromises(),
                        new Peer("EASY", easy.brokenPromises()),
                        Limit.atMost(0)),
                coverage("HPC2N", result));
    }

    private static Row coverage(String trace, Result result) {
        return new Row(
                trace + ": start intervals that hold (80% told, 75 to 85 wanted)",
                "%",
                100 * result.estimateCoverage().orElse(Double.NaN),
                null,
                Limit.atLeast(75));
    }

    private List<ReplayJob> jobs(String trace) throws IOException, CommandFailed {
        return JobFile.read(traces.resolve(trace + ".csv.gz"));
    }

    private Result replay(
            String trace, List<ReplayJob> jobs, int gpus, ReplayPolicy policy, Map<String, Integer> tenants) {
        messages.accept("replaying " + trace + " by " + policy.code());
        return new TraceReplay(jobs, FleetFile.nodes(gpus, policy.needsLimits()), policy, tenants).run();
    }

    private static String bound(Result result) {
        return " (bound %,.0f)".formatted(result.lowerBoundS());
    }
}
