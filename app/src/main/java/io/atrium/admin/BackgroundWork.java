// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.atrium.admin.store.WorkStore;
import io.atrium.identity.Audit;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Requests;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What Atrium does by itself (后台任务): recurring tasks and events between modules; what waits, runs and failed, and
/// another try at once.
@Component
public class BackgroundWork {

    private final WorkStore store;
    private final SchedulerClient scheduler;
    private final IncompleteEventPublications publications;
    private final Requests requests;
    private final Audit audit;
    private final InstantSource clock;

    BackgroundWork(
            WorkStore store,
            SchedulerClient scheduler,
            IncompleteEventPublications publications,
            Requests requests,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.publications = publications;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    public sealed interface Outcome {
        record Retried() implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    private record RetryTask(String name, String instance) {}

    private record RetryDelivery(UUID delivery) {}

    @Transactional(readOnly = true)
    public List<TaskView> tasks(Actor actor) {
        actor.require(Permission.RUN_SYSTEM);
        return store.tasks(clock.instant());
    }

    /// Events that have not arrived yet, oldest first.
    @Transactional(readOnly = true)
    public List<DeliveryView> deliveries(Actor actor, long offset, int limit) {
        actor.require(Permission.RUN_SYSTEM);
        return store.deliveries(clock.instant(), offset, limit);
    }

    @Transactional(readOnly = true)
    public int countDeliveries(Actor actor) {
        actor.require(Permission.RUN_SYSTEM);
        return store.countDeliveries();
    }

    /// Runs a task now instead of at its time.
    @Transactional
    public Outcome retryTask(Actor actor, RequestKey key, String name, String instance) {
        actor.require(Permission.RUN_SYSTEM);
        return requests.once(actor, key, new RetryTask(name, instance), Outcome.class, () -> {
            if (store.task(name, instance, clock.instant()).isEmpty()) {
                return new Outcome.Refused(Refusal.of(AdminRefusal.TASK_UNKNOWN, "task", name));
            }
            if (store.isRunning(name, instance)) {
                return new Outcome.Refused(Refusal.of(AdminRefusal.TASK_RUNNING, "task", name));
            }
            audit.record(actor, "admin.task-retried", name, Map.of("instance", instance));
            afterCommit(() -> scheduler.reschedule(TaskInstanceId.of(name, instance), clock.instant()));
            return new Outcome.Retried();
        });
    }

    /// Delivers an event once more.
    @Transactional
    public Outcome retryDelivery(Actor actor, RequestKey key, UUID delivery) {
        actor.require(Permission.RUN_SYSTEM);
        return requests.once(actor, key, new RetryDelivery(delivery), Outcome.class, () -> {
            var found = store.delivery(delivery, clock.instant());
            if (found.isEmpty()) {
                return new Outcome.Refused(Refusal.of(AdminRefusal.DELIVERY_ARRIVED));
            }
            audit.record(
                    actor,
                    "admin.event-resubmitted",
                    delivery.toString(),
                    Map.of("event", found.get().event(), "listener", found.get().listener()));
            afterCommit(() -> publications.resubmitIncompletePublications(
                    publication -> publication.getIdentifier().equals(delivery)));
            return new Outcome.Retried();
        });
    }

    /// The retry itself must not undo the entry in the audit trail, nor hold this transaction open.
    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
