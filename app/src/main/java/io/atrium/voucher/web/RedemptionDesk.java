// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.voucher.redemption.RedemptionDecisions;
import io.atrium.voucher.redemption.RedemptionState;
import io.atrium.voucher.redemption.RedemptionView;
import io.atrium.voucher.redemption.Redemptions;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/// Redemptions on the home page: to decide for the department, to mend and to wait for at the firm.
@Component
class RedemptionDesk implements DeskSource {

    private static final int SHOWN_MAX = 20;

    private final Redemptions redemptions;
    private final RedemptionDecisions decisions;
    private final RedemptionNames organisations;

    RedemptionDesk(Redemptions redemptions, RedemptionDecisions decisions, RedemptionNames organisations) {
        this.redemptions = redemptions;
        this.decisions = decisions;
        this.organisations = organisations;
    }

    @Override
    public int order() {
        return 21;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (actor.may(Permission.DECIDE_REDEMPTION)) {
            return decisions.waiting(actor, SHOWN_MAX).stream()
                    .map(redemption -> item(redemption, "decide", t))
                    .toList();
        }
        return actor.may(Permission.REDEEM_VOUCHER)
                ? redemptions.ofFirm(actor, RedemptionState.RETURNED, SHOWN_MAX).stream()
                        .map(redemption -> item(redemption, "mend", t))
                        .toList()
                : List.of();
    }

    @Override
    public List<DeskItem> ahead(Actor actor, Text t) {
        return actor.may(Permission.REDEEM_VOUCHER)
                ? redemptions.ofFirm(actor, RedemptionState.SUBMITTED, SHOWN_MAX).stream()
                        .map(redemption -> item(redemption, "wait", t))
                        .toList()
                : List.of();
    }

    private DeskItem item(RedemptionView redemption, String what, Text t) {
        return new DeskItem(
                t.of(
                        "voucher.redemption.desk." + what,
                        organisations.in(t).apply(redemption.firm()),
                        redemption.asked()),
                t.of("voucher.redemption.desk." + what + ".action"),
                "/redemptions/" + redemption.id(),
                organisations.due(redemption));
    }
}
