// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.starts;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.trace.FleetFile;
import io.atrium.cli.trace.JobFile;
import io.atrium.engine.scheduler.model.Limits;
import io.atrium.engine.scheduler.replay.LiveReplay;
import io.atrium.engine.scheduler.replay.ReplayJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A part of a trace on a machine of a size.
///
/// @param jobs the first so many
/// @param limits gives each job its declared limit
/// @param tenants the file with their weights; empty for no fair shares
record Trace(
        String name,
        String file,
        int jobs,
        int nodes,
        int gpusPerNode,
        UnaryOperator<List<ReplayJob>> limits,
        String tenants) {

    private static final int PHILLY_NODES = 72;
    private static final int HPC2N_PROCESSORS = 144;
    private static final int WAGAP_PROCESSORS = 1_088;

    static Trace philly(int jobs) {
        return philly("Philly, limits drawn", jobs, DeclaredLimits::drawn);
    }

    static Trace phillyWithoutLimits(int jobs) {
        return philly("Philly, every limit 30 days", jobs, DeclaredLimits::longest);
    }

    private static Trace philly(String name, int jobs, UnaryOperator<List<ReplayJob>> limits) {
        return new Trace(name, "philly_jobs.csv.gz", jobs, PHILLY_NODES, 8, limits, "philly_vc.csv");
    }

    static Trace hpc2n(int jobs) {
        return new Trace(
                "HPC2N, users' limits", "swf_hpc2n_2002.csv.gz", jobs, HPC2N_PROCESSORS, 1, Trace::declared, "");
    }

    /// Half of the machine of the log, which would not be full.
    static Trace wagap(int jobs) {
        return new Trace(
                "wagap 2013, users' limits",
                "swf_metacentrum_wagap_2013.csv.gz",
                jobs,
                WAGAP_PROCESSORS,
                1,
                Trace::declared,
                "");
    }

    static Trace muri(int jobs) {
        return new Trace("Muri trace1, limits drawn", "muri_trace1.csv.gz", jobs, 8, 8, DeclaredLimits::drawn, "");
    }

    /// A log may lack the limit of a job, or have one that rounds refuse.
    private static List<ReplayJob> declared(List<ReplayJob> jobs) {
        return jobs.stream()
                .filter(job -> job.limitS() > 0 && job.limitS() <= Limits.TIME_LIMIT_MAX.toSeconds())
                .toList();
    }

    LiveReplay replay(Path traces) throws IOException, CommandFailed {
        var read = JobFile.read(traces.resolve(file)).stream().limit(jobs).toList();
        return new LiveReplay(limits.apply(read), nodes, gpusPerNode, weights(traces, read));
    }

    private Map<String, Integer> weights(Path traces, List<ReplayJob> read) throws IOException, CommandFailed {
        if (tenants.isEmpty()) {
            return Map.of();
        }
        var weights = FleetFile.tenants(traces.resolve(tenants));
        weights.keySet().retainAll(read.stream().map(ReplayJob::tenant).collect(Collectors.toSet()));
        return weights;
    }
}
