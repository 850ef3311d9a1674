// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobId;
import io.atrium.compute.JobLog;
import io.atrium.compute.Jobs;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Follows a job's log for a reader: event `line` with the number of its last byte as id, then `end`. A reader that
/// loses the stream goes on from the byte after the last id; one that cannot stream asks for the same bytes by polling.
@Component
public class LogStreams {

    /// Readers at the same time; the next one is asked to poll.
    private static final int READERS_MAX = 200;

    /// After this a browser opens the stream anew.
    private static final Duration OPEN_MAX = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Jobs jobs;
    private final Semaphore readers = new Semaphore(READERS_MAX);

    LogStreams(Jobs jobs) {
        this.jobs = jobs;
    }

    public SseEmitter open(Scope scope, JobId job, long after) {
        if (!readers.tryAcquire()) {
            throw new RefusedException(CommonRefusal.TOO_MANY_REQUESTS);
        }
        var emitter = new SseEmitter(OPEN_MAX.toMillis());
        Thread.ofVirtual().name("log-" + job).start(() -> {
            try {
                follow(emitter, scope, job, after);
            } finally {
                readers.release();
            }
        });
        return emitter;
    }

    private void follow(SseEmitter emitter, Scope scope, JobId job, long after) {
        var from = after;
        var rounds = OPEN_MAX.dividedBy(PAUSE);
        try {
            for (var round = 0L; round < rounds; round++) {
                var log = jobs.log(scope, job, from).orElseThrow();
                send(emitter, log);
                if (log.complete()) {
                    emitter.send(SseEmitter.event().name("end").data("end"));
                    break;
                }
                if (log.next() == from) {
                    Thread.sleep(PAUSE);
                }
                from = log.next();
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            emitter.complete(); // the reader went away
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    private static void send(SseEmitter emitter, JobLog log) throws IOException {
        for (var line : log.lines()) {
            emitter.send(SseEmitter.event()
                    .name("line")
                    .id(String.valueOf(line.nextByte() - 1))
                    .data(line.text()));
        }
    }
}
