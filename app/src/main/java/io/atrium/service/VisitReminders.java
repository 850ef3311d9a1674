// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.identity.Organisations;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.store.VisitStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reminds stewards of visits (走访提醒): on the working day before, and again, once, when the day went by without a note.
@Component
public class VisitReminders {

    private final VisitStore store;
    private final Organisations organisations;
    private final ServiceNotices notices;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    VisitReminders(
            VisitStore store,
            Organisations organisations,
            ServiceNotices notices,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.organisations = organisations;
        this.notices = notices;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Transactional
    public void sweep() {
        var now = clock.instant();
        var today = clock.today();
        store.takeToRemind(today, calendar.plusWorkingDays(today, 1), now)
                .forEach(plan -> notices.remind(plan, firm(plan), calendar.closing(plan.day())));
        store.takeMissed(today, now).forEach(plan -> notices.missed(plan, firm(plan), calendar.closing(plan.day())));
    }

    private String firm(VisitPlanView plan) {
        return organisations.find(plan.firm()).orElseThrow().nameZh();
    }
}
