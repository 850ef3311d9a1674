// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.atrium.company.events.CompanyFactsChanged;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.kernel.clock.BusinessClockAdvanced;
import io.atrium.policy.Applications;
import io.atrium.policy.Entitlements;
import io.atrium.policy.Grants;
import io.atrium.policy.PolicyDraftApproved;
import io.atrium.policy.PolicyPublications;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// When this module works by itself: after new facts, on a new day, when a term of a grant is over.
@Configuration(proxyBeanMethods = false)
class PolicyTimers {

    private static final LocalTime SOON_AFTER_MIDNIGHT = LocalTime.of(0, 10);

    @Bean
    RecurringTask<Void> moveDueGrants(Grants grants) {
        return Tasks.recurring("policy-move-due-grants", FixedDelay.ofMinutes(1))
                .execute((_, _) -> moveAll(grants));
    }

    /// Windows open and periods end with the day.
    @Bean
    RecurringTask<Void> decideForTheNewDay(Entitlements entitlements) {
        return Tasks.recurring("policy-decide-new-day", Schedules.daily(BusinessClock.ZONE, SOON_AFTER_MIDNIGHT))
                .execute((_, _) -> entitlements.decideAll("new-day"));
    }

    /// Approved drafts count from their day on.
    @Bean
    RecurringTask<Void> publishDueDrafts(PolicyPublications publications) {
        return Tasks.recurring("policy-publish-due-drafts", FixedDelay.ofMinutes(1))
                .execute((_, _) -> publishAll(publications));
    }

    private static void publishAll(PolicyPublications publications) {
        while (publications.publishNext()) {
            Thread.onSpinWait(); // another may be due: next one at once
        }
    }

    /// Applications that were not completed in time.
    @Bean
    RecurringTask<Void> lapseDueApplications(Applications applications) {
        return Tasks.recurring("policy-lapse-due-applications", FixedDelay.ofMinutes(1))
                .execute((_, _) -> lapseAll(applications));
    }

    private static void lapseAll(Applications applications) {
        while (applications.lapseDue() > 0) {
            Thread.onSpinWait(); // more may be due: next group at once
        }
    }

    private static void moveAll(Grants grants) {
        while (grants.moveDue() > 0) {
            Thread.onSpinWait(); // more may be due: next group at once
        }
    }

    @Component
    static class WhenADraftIsApproved {

        private final PolicyPublications publications;

        WhenADraftIsApproved(PolicyPublications publications) {
            this.publications = publications;
        }

        @ApplicationModuleListener
        void publish(PolicyDraftApproved approved) {
            publishAll(publications);
        }

        @ApplicationModuleListener
        void publish(BusinessClockAdvanced advanced) {
            publishAll(publications);
        }
    }

    @Component
    static class WhenSomethingIsNew {

        private final Entitlements entitlements;
        private final Grants grants;
        private final Applications applications;

        WhenSomethingIsNew(Entitlements entitlements, Grants grants, Applications applications) {
            this.entitlements = entitlements;
            this.grants = grants;
            this.applications = applications;
        }

        @ApplicationModuleListener
        void decide(CompanyFactsChanged changed) {
            entitlements.decideAfter(changed.facts(), changed.firms(), "facts-changed " + changed.cause());
        }

        @ApplicationModuleListener
        void move(BusinessClockAdvanced advanced) {
            moveAll(grants);
        }

        @ApplicationModuleListener
        void lapse(BusinessClockAdvanced advanced) {
            lapseAll(applications);
        }

        @ApplicationModuleListener
        void decideForTheNewDay(BusinessClockAdvanced advanced) {
            var before = LocalDate.ofInstant(advanced.from(), BusinessClock.ZONE);
            if (!before.equals(LocalDate.ofInstant(advanced.to(), BusinessClock.ZONE))) {
                entitlements.decideAll("new-day");
            }
        }
    }
}
