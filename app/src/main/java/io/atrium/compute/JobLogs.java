// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.JobLog.Line;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.execution.LogSlice;
import io.atrium.compute.store.JobLogStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads the log of a job: from the engine while it runs within reach of this node, else what was copied of it into the
/// database, where it lies whole once the job is settled.
@Component
class JobLogs {

    /// One answer of the API and one round of the stream.
    private static final int SLICE_BYTES_MAX = 64 * 1024;

    /// What a page shows of a log.
    private static final int TAIL_LINES = 500;

    private final Engines engines;
    private final JobLogStore logs;

    JobLogs(Engines engines, JobLogStore logs) {
        this.engines = engines;
        this.logs = logs;
    }

    JobLog read(JobView job, long fromByte) {
        var kept = logs.find(job.id());
        if (kept != null) {
            return lines(slice(kept, fromByte));
        }
        if (job.state() == JobState.RUNNING || job.state() == JobState.ENDED) {
            var before = job.course().logBytesBefore();
            var slice = engines.within(job)
                    .filter(_ -> fromByte >= before)
                    .map(engine -> engine.log(job.run().id(), fromByte - before, SLICE_BYTES_MAX)
                            .behind(before))
                    .orElseGet(() -> logs.parts(job.id(), fromByte, SLICE_BYTES_MAX));
            return lines(slice);
        }
        if (job.course().run() > 1 && !job.state().isOver()) {
            return lines(logs.parts(job.id(), fromByte, SLICE_BYTES_MAX));
        }
        return new JobLog(List.of(), fromByte, job.state().isOver());
    }

    /// The last lines, read from the beginning piece by piece: logs are bounded, and few.
    JobLog tail(JobView job) {
        var lines = new ArrayDeque<Line>();
        var piece = read(job, 0);
        var from = 0L;
        while (true) {
            lines.addAll(piece.lines());
            while (lines.size() > TAIL_LINES) {
                lines.removeFirst();
            }
            if (piece.complete() || piece.next() == from) {
                return new JobLog(List.copyOf(lines), piece.next(), piece.complete());
            }
            from = piece.next();
            piece = read(job, from);
        }
    }

    private static LogSlice slice(String kept, long fromByte) {
        var bytes = kept.getBytes(StandardCharsets.UTF_8);
        var from = (int) Math.min(Math.max(0, fromByte), bytes.length);
        var to = Math.min(bytes.length, from + SLICE_BYTES_MAX);
        while (to < bytes.length && (bytes[to] & 0xC0) == 0x80) {
            to--;
        }
        var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return new LogSlice(from, to, text, to == bytes.length);
    }

    /// Whole lines only, unless nothing will follow.
    private static JobLog lines(LogSlice slice) {
        var lines = new ArrayList<Line>();
        var at = slice.fromByte();
        var start = 0;
        for (var end = slice.text().indexOf('\n'); end >= 0; end = slice.text().indexOf('\n', start)) {
            at += slice.text().substring(start, end + 1).getBytes(StandardCharsets.UTF_8).length;
            lines.add(new Line(slice.text().substring(start, end), at));
            start = end + 1;
        }
        var rest = slice.text().substring(start);
        var isWhole = lines.isEmpty() && rest.length() > SLICE_BYTES_MAX / 4;
        if (!rest.isEmpty() && (slice.complete() || isWhole)) {
            at = slice.nextByte();
            lines.add(new Line(rest, at));
        }
        return new JobLog(lines, at, slice.complete());
    }
}
