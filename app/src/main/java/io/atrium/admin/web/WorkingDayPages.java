// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/working-days`: the calendar on which every deadline is counted, for everybody.
@Controller
class WorkingDayPages {

    private final WorkingCalendar calendar;
    private final BusinessClock clock;

    WorkingDayPages(WorkingCalendar calendar, BusinessClock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/working-days")
    PageView show() {
        var page = WorkingDaysPage.of(calendar.years(), clock.today().getYear());
        return PageView.of("admin/working-days", "admin.calendar.title", page);
    }
}
