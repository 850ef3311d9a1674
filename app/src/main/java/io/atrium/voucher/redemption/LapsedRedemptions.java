// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.clock.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Ends what was returned and not mended in time, one transaction each; run with the end of vouchers.
@Component
public class LapsedRedemptions {

    private static final int GROUP_MAX = 500;
    private static final Logger LOG = LoggerFactory.getLogger(LapsedRedemptions.class);

    private final RedemptionStore store;
    private final RedemptionDecisions decisions;
    private final BusinessClock clock;

    LapsedRedemptions(RedemptionStore store, RedemptionDecisions decisions, BusinessClock clock) {
        this.store = store;
        this.decisions = decisions;
        this.clock = clock;
    }

    public void endAll() {
        for (var id : store.notMendedBy(clock.instant(), GROUP_MAX)) {
            try {
                decisions.lapse(id);
            } catch (RuntimeException failure) {
                LOG.error("the end of {} failed; it is tried again", id, failure);
            }
        }
    }
}
