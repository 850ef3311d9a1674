// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import org.springframework.stereotype.Component;

/// Tells a provider what became of a price correction of one of its pools. Firms are told bill by bill.
@Component
class PriceCorrectionNotices {

    private final Notices notices;

    PriceCorrectionNotices(Notices notices) {
        this.notices = notices;
    }

    void decided(PriceCorrectionView correction, PriceCorrectionState state) {
        if (state != PriceCorrectionState.WITHDRAWN) {
            send(correction, state);
        }
    }

    void done(PriceCorrectionView correction) {
        send(correction, PriceCorrectionState.DONE);
    }

    private void send(PriceCorrectionView correction, PriceCorrectionState state) {
        notices.send(new SendNotice(
                new RequestKey(correction.id() + ":" + state),
                new Recipient.Holders(correction.provider(), Permission.OPERATE_POOL),
                BillNotices.KIND,
                Words.of(
                        "compute.price-correction.notice." + state,
                        correction.wish().pool(),
                        correction.wish().wrongPrice(),
                        correction.wish().rightPrice()),
                "/price-corrections/" + correction.id()));
    }
}
