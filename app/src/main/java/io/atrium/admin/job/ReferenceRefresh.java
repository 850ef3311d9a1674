// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.job;

import io.atrium.admin.CalendarInForce;
import io.atrium.admin.CodesInForce;
import io.atrium.kernel.clock.BusinessClockAdvanced;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// When every node takes up the calendar and the code tables in force. Not a task of the shared scheduler, of which
/// only
/// one node has each.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ReferenceRefresh {

    private static final long INTERVAL_MILLIS = 10_000;

    @Component
    static class EveryFewSeconds {

        private final CalendarInForce calendar;
        private final CodesInForce codes;

        EveryFewSeconds(CalendarInForce calendar, CodesInForce codes) {
            this.calendar = calendar;
            this.codes = codes;
        }

        @Scheduled(fixedDelay = INTERVAL_MILLIS)
        void refresh() {
            calendar.refresh();
            codes.refresh();
        }

        @ApplicationModuleListener
        void refresh(BusinessClockAdvanced advanced) {
            refresh();
        }
    }
}
