// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.redemption.RedemptionState;
import io.atrium.voucher.redemption.RedemptionView;
import io.atrium.web.component.Due;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Names of organisations and deadlines in words, for the pages of redemptions.
@Component
class RedemptionNames {

    private final Organisations organisations;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    RedemptionNames(Organisations organisations, BusinessClock clock, WorkingCalendar calendar) {
        this.organisations = organisations;
        this.clock = clock;
        this.calendar = calendar;
    }

    Function<OrgId, String> in(Text t) {
        return id -> organisations.find(id).map(found -> name(t, found)).orElse(id.value());
    }

    private static String name(Text t, OrganisationView organisation) {
        return t.lang() == Lang.ZH ? organisation.nameZh() : organisation.nameEn();
    }

    /// By when whoever has it now must act; null once it is over.
    @Nullable
    Due due(RedemptionView redemption) {
        var returned = redemption.returned();
        if (redemption.state() == RedemptionState.SUBMITTED) {
            return due(redemption.submitted().decideBy());
        }
        return redemption.state() == RedemptionState.RETURNED && returned != null ? due(returned.mendBy()) : null;
    }

    private Due due(Instant moment) {
        return Due.of(moment, clock.instant(), calendar);
    }
}
