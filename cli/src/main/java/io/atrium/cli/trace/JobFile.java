// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.trace;

import io.atrium.cli.CommandFailed;
import io.atrium.engine.scheduler.replay.ReplayJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Jobs of a trace; the columns of its head tell the format.
///
/// | format | columns |
/// |---|---|
/// | philly | job_id, submit_s, vc, gpus, duration_s |
/// | muri | job_id, submit_s, gpus, duration_s |
/// | swf | job_id, submit_s, run_s, procs, req_time_s, user |
/// | openb | pod, gpus, gpu_milli, creation_s, deletion_s; shares of a GPU are left out |
public final class JobFile {
    private JobFile() {}

    public static List<ReplayJob> read(Path file) throws IOException, CommandFailed {
        var head = TraceFile.head(file);
        if (head.contains("procs")) {
            return read(file, Set.of("job_id", "submit_s", "run_s", "procs", "req_time_s"), JobFile::swf);
        }
        if (head.contains("pod")) {
            return read(file, Set.of("pod", "gpus", "gpu_milli", "creation_s", "deletion_s"), JobFile::openb);
        }
        return read(file, Set.of("job_id", "submit_s", "gpus", "duration_s"), JobFile::philly);
    }

    /// True for a log of a machine without GPUs, where every processor stands alone.
    public static boolean countsProcessors(Path file) throws IOException, CommandFailed {
        return TraceFile.head(file).contains("procs");
    }

    private static List<ReplayJob> read(Path file, Set<String> columns, Function<TraceFile.Line, ReplayJob> format)
            throws IOException, CommandFailed {
        return TraceFile.read(file, columns, format).stream()
                .filter(job -> job != NONE)
                .toList();
    }

    /// A line that is no job for whole GPUs, such as a task for CPUs alone.
    private static final ReplayJob NONE = new ReplayJob("", "", 0, 1, 0, 0);

    private static ReplayJob philly(TraceFile.Line line) {
        return new ReplayJob(
                line.text("job_id"),
                line.text("vc"),
                line.whole("submit_s"),
                Math.toIntExact(line.whole("gpus")),
                line.whole("duration_s"),
                0);
    }

    private static ReplayJob swf(TraceFile.Line line) {
        return new ReplayJob(
                line.text("job_id"),
                line.text("user"),
                line.whole("submit_s"),
                Math.toIntExact(line.whole("procs")),
                line.whole("run_s"),
                Math.max(0, line.whole("req_time_s")));
    }

    private static ReplayJob openb(TraceFile.Line line) {
        if (line.whole("gpu_milli") < 1_000
                || line.text("creation_s").isEmpty()
                || line.text("deletion_s").isEmpty()) {
            return NONE;
        }
        return new ReplayJob(
                line.text("pod"),
                "",
                line.whole("creation_s"),
                Math.toIntExact(line.whole("gpus")),
                Math.max(0, line.whole("deletion_s") - line.whole("creation_s")),
                0);
    }
}
