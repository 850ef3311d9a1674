// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo;

import io.atrium.appeal.HotlineOrders;
import io.atrium.appeal.pattern.FindingWatch;
import io.atrium.demo.community.InventedFirm;
import io.atrium.demo.community.PastOrders;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import java.util.List;
import org.springframework.stereotype.Component;

/// What firms asked the hotline before the demo began, and what stands out in it.
@Component
class DemoPastOrders {

    private final HotlineOrders orders;
    private final FindingWatch watch;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    DemoPastOrders(HotlineOrders orders, FindingWatch watch, BusinessClock clock, WorkingCalendar calendar) {
        this.orders = orders;
        this.watch = watch;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// On a later day the orders are there already, and the file is not taken in again.
    void lay(Actor steward, List<InventedFirm> firms) {
        var today = clock.today();
        var file = PastOrders.csv(DemoSeed.SEED, firms, today, calendar::isWorkingDay);
        var report = orders.takeIn(
                steward, new HotlineOrders.TakeIn(new RequestKey("demo-past-orders-" + today), file, false));
        if (!report.taken().isEmpty()) {
            watch.look();
        }
    }
}
