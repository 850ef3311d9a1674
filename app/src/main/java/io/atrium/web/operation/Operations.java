// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import io.atrium.kernel.Ids;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.web.operation.OperationResult.Download;
import io.atrium.web.operation.OperationResult.Page;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door of long work: begin it, look at it, cancel it. It runs in this process; a node that ends takes its
/// operations with it, and they are then told as interrupted.
@Component
public class Operations {

    /// So many at a time leave room for those who wait for a page.
    private static final int AT_ONCE_MAX = 8;
    private static final int LISTED_MAX = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final OperationStore store;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    Operations(
            OperationStore store,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Ids ids,
            InstantSource clock) {
        this.store = store;
        this.transaction = transaction;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// What was begun, or was under way already.
    public record Begun(OperationId id, boolean isNew) {}

    /// Begins the work, unless the same is under way: then that is the answer, so that a second click is harmless.
    public Begun start(StartOperation command, Function<Progress, OperationResult> work) {
        store.buryLost(clock.instant());
        var id = new OperationId(ids.next(OperationId.PREFIX));
        if (!places.tryAcquire()) {
            throw new RefusedException(OperationRefusal.OPERATIONS_FULL);
        }
        if (!store.insert(id.value(), command, clock.instant())) {
            places.release();
            return store.underWay(command.actor().person().value(), command.subject(), clock.instant())
                    .map(running -> new Begun(running.id(), false))
                    .orElseGet(() -> start(command, work)); // it ended in between
        }
        Thread.ofVirtual().name("operation-" + id).start(() -> run(id, command, work));
        return new Begun(id, true);
    }

    public Optional<OperationView> find(Actor actor, OperationId id) {
        return store.find(actor.person().value(), id.value(), clock.instant());
    }

    /// The actor's own, newest first.
    public List<OperationView> list(Actor actor) {
        return store.list(actor.person().value(), LISTED_MAX, clock.instant());
    }

    public Optional<Download> file(Actor actor, OperationId id) {
        return store.file(actor.person().value(), id.value());
    }

    /// Whether it was still possible; the work stops at its next step.
    public boolean cancel(Actor actor, OperationId id) {
        return store.askToCancel(actor.person().value(), id.value());
    }

    private void run(OperationId id, StartOperation command, Function<Progress, OperationResult> work) {
        var pulse = Pulse.of(() -> store.signOfLife(id.value(), clock.instant()));
        try {
            var result = work.apply(new StoredProgress(store, id.value(), clock));
            end(id, command, OperationState.DONE, null, result);
        } catch (OperationCancelled _) {
            end(id, command, OperationState.CANCELLED, null, null);
        } catch (RefusedException refused) {
            end(id, command, OperationState.FAILED, refused.refusal(), null);
        } catch (RuntimeException bug) {
            LOG.error("operation {} failed", id, bug);
            end(id, command, OperationState.FAILED, Refusal.of(OperationRefusal.OPERATION_FAILED), null);
        } finally {
            pulse.stop();
            places.release();
        }
    }

    private void end(
            OperationId id,
            StartOperation command,
            OperationState state,
            @Nullable Refusal refusal,
            @Nullable OperationResult result) {
        transaction.executeWithoutResult(_ -> {
            if (result instanceof Download file) {
                store.keep(id.value(), file);
            }
            store.end(id.value(), state, refusal, href(id, result), clock.instant());
            events.publishEvent(new OperationEnded(
                    id.value(),
                    command.actor().person().value(),
                    command.actor().organisation().value(),
                    command.title().key(),
                    command.title().argument(),
                    state.name()));
        });
    }

    private static @Nullable String href(OperationId id, @Nullable OperationResult result) {
        return switch (result) {
            case null -> null;
            case Page(var page) -> page;
            case Download _ -> "/operations/" + id.value() + "/file";
        };
    }
}
