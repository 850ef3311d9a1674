// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.kernel.node.AppNodeView;
import io.atrium.kernel.node.AppNodes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.IncompleteEventPublications;

/// Delivers events that a killed node had in hand. A node that starts alone takes them up at once; where others live,
/// they might be in their hands, so that one is taken up when it has been under way for longer than any delivery takes.
/// What failed waits for a person, who sees it under background work.
@Configuration(proxyBeanMethods = false)
class RedeliverEvents {

    private static final Duration UNDER_WAY_MAX = Duration.ofMinutes(2);

    private final IncompleteEventPublications publications;
    private final AppNodes nodes;
    private final InstantSource clock;

    RedeliverEvents(IncompleteEventPublications publications, AppNodes nodes, InstantSource systemClock) {
        this.publications = publications;
        this.nodes = nodes;
        this.clock = systemClock;
    }

    @Bean
    RecurringTask<Void> redeliverEventsTask() {
        return Tasks.recurring("admin-redeliver-events", FixedDelay.ofMinutes(1))
                .execute((_, _) -> redeliver(clock.instant().minus(UNDER_WAY_MAX)));
    }

    @EventListener
    void started(ApplicationReadyEvent event) {
        boolean isAlone = nodes.list().stream()
                .noneMatch(node ->
                        node.state() == AppNodeView.State.LIVE && !node.id().equals(nodes.self()));
        if (isAlone) {
            redeliver(clock.instant());
        }
    }

    private void redeliver(Instant publishedBefore) {
        publications.resubmitIncompletePublications(publication ->
                publication.getStatus() != Status.FAILED && lastTry(publication).isBefore(publishedBefore));
    }

    private static Instant lastTry(EventPublication publication) {
        var again = publication.getLastResubmissionDate();
        return again == null ? publication.getPublicationDate() : again;
    }
}
