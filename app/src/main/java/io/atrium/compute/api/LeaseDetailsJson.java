// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.lease.LeaseDetails;
import io.atrium.compute.lease.LeaseEvent;
import io.atrium.compute.lease.LeasePeriod;
import io.atrium.compute.lease.LeaseView;
import io.atrium.kernel.OrgId;
import io.atrium.web.api.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to know of a lease beside its terms.
///
/// @param jobsOnNodes jobs of others that still sit on its nodes; the hand-over waits for them
/// @param access how to get in, as the provider wrote at the hand-over; for the two parties only
record LeaseDetailsJson(
        String id,
        List<String> nodes,
        int jobsOnNodes,
        @Nullable String access,
        List<Period> periods,
        List<Event> history) {

    /// @param settled billed already; else held
    record Period(
            int number,
            LocalDate firstDay,
            LocalDate lastDay,
            MoneyJson voucherPart,
            MoneyJson ownPart,
            boolean settled) {

        static Period of(LeasePeriod period) {
            return new Period(
                    period.number(),
                    period.firstDay(),
                    period.lastDay(),
                    MoneyJson.of(period.held().voucherPart()),
                    MoneyJson.of(period.held().ownPart()),
                    period.isSettled());
        }
    }

    record Event(
            Instant at,
            String kind,
            String detail,
            @Nullable String actor) {

        static Event of(LeaseEvent event) {
            return new Event(event.at(), event.kind(), event.detail(), event.actor());
        }
    }

    static LeaseDetailsJson of(LeaseView lease, LeaseDetails details, OrgId reader) {
        boolean isParty = reader.equals(lease.firm()) || reader.equals(lease.provider());
        return new LeaseDetailsJson(
                lease.id().value(),
                details.nodes(),
                details.jobsOnNodes(),
                isParty ? lease.access() : null,
                details.periods().stream().map(Period::of).toList(),
                details.events().stream().map(Event::of).toList());
    }
}
