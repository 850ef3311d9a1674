// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import io.atrium.compute.execution.LaunchScript;
import io.atrium.compute.execution.RunRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes the request that a cluster gets for a run (提交内容). The run's id is the job's name: it is the key by which a
/// submission whose answer was lost is found again.
final class Submission {

    /// How a job ends that came second; a command may end so too.
    static final int ANOTHER_RAN = 75;

    private static final long MINUTE_MS = 60_000;
    private static final long MIB_PER_GIB = 1_024;
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8");

    private final SlurmCluster cluster;
    private final SlurmVersion version;

    Submission(SlurmCluster cluster, SlurmVersion version) {
        this.cluster = cluster;
        this.version = version;
    }

    static String comment(String run) {
        return "atrium " + run;
    }

    Map<String, Object> of(RunRequest run) {
        var script = script(run);
        var job = job(run);
        if (version.wrapsNumbers()) {
            job.put("script", script);
            return Map.of("job", job);
        }
        return Map.of("script", script, "job", job);
    }

    /// The command runs under the first job of the run's name only; another one that came through all the same leaves
    /// at
    /// once. A job that Slurm itself starts again, after a node broke down, goes on.
    private String script(RunRequest run) {
        var once = LaunchScript.quoted(cluster.workFolder() + "/" + run.id() + ".once");
        var command = run.command().stream().map(LaunchScript::quoted).collect(Collectors.joining(" "));
        return """
                #!/bin/sh
                umask 077
                once=%s
                mkdir "$once" 2>/dev/null || [ -e "$once/$SLURM_JOB_ID" ] || exit %d
                : >"$once/$SLURM_JOB_ID"
                %sexec %s
                """.formatted(once, ANOTHER_RAN, folder(run), command);
    }

    /// The folder that the job's next run finds again, if the run keeps one. The command takes the script's place, so
    /// that
    /// it gets the SIGTERM itself.
    private static String folder(RunRequest run) {
        return run.checkpoints().isEmpty() ? "" : "mkdir -p \"$" + LaunchScript.CHECKPOINT_DIR + "\" || exit 1\n";
    }

    private Map<String, Object> job(RunRequest run) {
        var id = run.id().value();
        var job = new LinkedHashMap<String, Object>();
        job.put("name", id);
        job.put("comment", comment(id));
        // Two jobs of one name never run at the same time, should a submission that seemed lost come through late.
        job.put("dependency", "singleton");
        if (cluster.partition() != null) {
            job.put("partition", cluster.partition());
        }
        if (cluster.account() != null) {
            job.put("account", cluster.account());
        }
        shape(job, run);
        job.put("time_limit", number(Math.ceilDiv(run.limits().wall().toMillis(), MINUTE_MS)));
        job.put("current_working_directory", cluster.workFolder());
        job.put("standard_output", cluster.logPath(id));
        job.put("open_mode", version.wrapsNumbers() ? List.of("APPEND") : "append");
        job.put("environment", environment(run));
        return job;
    }

    /// CPUs and memory go with the GPUs: the cluster's part for each, or more where the job needs more.
    private void shape(Map<String, Object> job, RunRequest run) {
        var seats = run.seats();
        int cores = Math.max(cluster.share().coresPerGpu(), run.perGpu().cpus());
        long memoryMib =
                Math.max(cluster.share().memoryMibPerGpu(), run.perGpu().memoryGib() * MIB_PER_GIB);
        int nodes = Math.max(1, seats.size());
        int most = seats.stream().mapToInt(Integer::intValue).max().orElse(0);
        int total = seats.stream().mapToInt(Integer::intValue).sum();
        job.put("nodes", version.wrapsNumbers() ? nodes + "-" + nodes : List.of(nodes, nodes));
        job.put("tasks", nodes);
        job.put("cpus_per_task", Math.max(1, most * cores));
        job.put("memory_per_node", number(Math.max(1L, most) * memoryMib));
        if (total == 0) {
            return;
        }
        if (total == most * nodes) {
            job.put(version.wrapsNumbers() ? "tres_per_node" : "gres", prefix() + typed(most));
        } else if (version.wrapsNumbers()) {
            job.put("tres_per_job", prefix() + typed(total));
        } else {
            job.put("gpus", typed(total));
        }
    }

    private String prefix() {
        return version.wrapsNumbers() ? "gres/gpu:" : "gpu:";
    }

    private String typed(int count) {
        return cluster.gpuType() == null ? String.valueOf(count) : cluster.gpuType() + ":" + count;
    }

    private Object number(long value) {
        return version.wrapsNumbers() ? Map.of("set", true, "infinite", false, "number", value) : value;
    }

    private Object environment(RunRequest run) {
        var all = new TreeMap<>(ENVIRONMENT);
        run.checkpoints().ifPresent(kept -> all.put(LaunchScript.CHECKPOINT_DIR, cluster.checkpointsPath(kept.name())));
        all.putAll(run.environment());
        return version.wrapsNumbers()
                ? all.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList()
                : all;
    }
}
