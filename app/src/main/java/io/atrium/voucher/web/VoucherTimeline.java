// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.voucher.VoucherFilter;
import io.atrium.voucher.Vouchers;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import io.atrium.web.timeline.TimelineItem;
import io.atrium.web.timeline.TimelineKind;
import io.atrium.web.timeline.TimelineSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// When a firm was given its vouchers.
@Component
class VoucherTimeline implements TimelineSource {

    private final Vouchers vouchers;

    VoucherTimeline(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    @Override
    public Set<TimelineKind> kinds() {
        return EnumSet.of(TimelineKind.VOUCHER);
    }

    @Override
    public List<TimelineItem> entries(Actor actor, OrgId firm, Text t, int limit) {
        var scope = actor.scope(Permission.READ_VOUCHER);
        if (!scope.sees(firm)) {
            return List.of();
        }
        return vouchers.list(scope, new VoucherFilter(firm, null), 0, limit).stream()
                .map(voucher -> TimelineEntry.of(
                                voucher.issuedAt(),
                                t.of("voucher.timeline.issued", voucher.amount(), voucher.validUntil()))
                        .toned(Tone.GOOD)
                        .linked("/vouchers/" + voucher.id()))
                .map(entry -> new TimelineItem(TimelineKind.VOUCHER, entry))
                .toList();
    }
}
