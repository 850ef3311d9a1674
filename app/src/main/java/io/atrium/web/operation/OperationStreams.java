// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells an open page that its operation moved on (server-sent events); the page then fetches the part anew. Whoever
/// finds no place here polls.
@Component
class OperationStreams {

    private static final int READERS_MAX = 100;
    private static final Duration OPEN_MAX = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(700);

    private final Operations operations;
    private final Semaphore readers = new Semaphore(READERS_MAX);

    OperationStreams(Operations operations) {
        this.operations = operations;
    }

    SseEmitter open(Actor actor, OperationId id) {
        if (!readers.tryAcquire()) {
            throw new RefusedException(CommonRefusal.TOO_MANY_REQUESTS);
        }
        var emitter = new SseEmitter(OPEN_MAX.toMillis());
        Thread.ofVirtual().name("operation-stream-" + id).start(() -> {
            try {
                follow(emitter, actor, id);
                emitter.complete();
            } catch (IOException | IllegalStateException _) {
                emitter.complete(); // the reader went away
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                emitter.complete();
            } finally {
                readers.release();
            }
        });
        return emitter;
    }

    private void follow(SseEmitter emitter, Actor actor, OperationId id) throws IOException, InterruptedException {
        OperationView told = null;
        for (long round = OPEN_MAX.dividedBy(PAUSE); round > 0; round--) {
            var operation = operations.find(actor, id).orElseThrow(IllegalStateException::new);
            if (!operation.equals(told)) {
                emitter.send(SseEmitter.event().name("moved").data(operation.done()));
                told = operation;
            }
            if (operation.state().isOver()) {
                return;
            }
            Thread.sleep(PAUSE);
        }
    }
}
