// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// By when departments decide and firms mend (兑付期限): close of business of the last working day.
@Component
@EnableConfigurationProperties(RedemptionSettings.class)
public class RedemptionTerms {

    private final RedemptionSettings settings;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    RedemptionTerms(RedemptionSettings settings, BusinessClock clock, WorkingCalendar calendar) {
        this.settings = settings;
        this.clock = clock;
        this.calendar = calendar;
    }

    Instant decideBy() {
        return closing(settings.decide());
    }

    Instant mendBy() {
        return closing(settings.mend());
    }

    public int decideDays() {
        return settings.decide();
    }

    public int mendDays() {
        return settings.mend();
    }

    private Instant closing(int days) {
        var today = clock.today();
        return calendar.closing(calendar.plusWorkingDays(today, days));
    }
}
