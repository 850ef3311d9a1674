// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static io.atrium.engine.scheduler.Scene.HOUR;
import static io.atrium.engine.scheduler.Scene.TEN;
import static io.atrium.engine.scheduler.Scene.job;
import static io.atrium.engine.scheduler.Scene.placement;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Refusal;
import io.atrium.engine.scheduler.model.Reservation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionAndStartRulesTest {
    private static final PoolSize SIXTEEN = new PoolSize(Scene.poolOf("a", "h100", 8, 900), 2);
    private static final PoolSize ALSO_SIXTEEN = new PoolSize(Scene.poolOf("b", "h100", 4, 900), 4);
    private static final Instant ELEVEN = TEN.plus(HOUR);
    private static final Reservation FROM_ELEVEN = new Reservation(new JobId("head"), placement("a", "a-1", 8), ELEVEN);

    @Test
    void refuseWhenNoPoolIsAllowedFires() {
        assertThat(new RefuseWhenNoPoolIsAllowed().refusal(job("j", 1), new Sizes(List.of(), List.of())))
                .contains(new Refusal.NoPoolAllowed());
    }

    @Test
    void refuseWhenNoPoolIsAllowedIsSilentIfThereIsOne() {
        assertThat(new RefuseWhenNoPoolIsAllowed().refusal(job("j", 1), new Sizes(List.of(SIXTEEN), List.of())))
                .isEmpty();
    }

    @Test
    void refuseGangLargerThanAnyPoolFiresAndNamesTheFirstOfTheLargestPools() {
        assertThat(new RefuseGangLargerThanAnyPool()
                        .refusal(job("j", 17), new Sizes(List.of(ALSO_SIXTEEN, SIXTEEN), List.of())))
                .contains(new Refusal.LargerThanAnyPool(17, new PoolId("a"), 16));
    }

    @Test
    void refuseGangLargerThanAnyPoolIsSilentAtTheSizeOfThePool() {
        assertThat(new RefuseGangLargerThanAnyPool().refusal(job("j", 16), new Sizes(List.of(SIXTEEN), List.of())))
                .isEmpty();
    }

    @Test
    void holdBackOverQuotaFires() {
        assertThat(HoldBackOverQuota.RULE.holdsBack(Scene.quota(16, 12, 5))).isTrue();
    }

    @Test
    void holdBackOverQuotaIsSilentUpToTheQuota() {
        assertThat(HoldBackOverQuota.RULE.holdsBack(Scene.quota(16, 12, 4))).isFalse();
    }

    @Test
    void backfillOnlyBeforeReservationFires() {
        assertThat(BackfillOnlyBeforeReservation.RULE.mayUseReservedNodes(ELEVEN.plusMillis(1), FROM_ELEVEN))
                .isFalse();
    }

    @Test
    void backfillOnlyBeforeReservationIsSilentIfTheLimitEndsInTime() {
        var rule = BackfillOnlyBeforeReservation.RULE;
        assertThat(rule.mayUseReservedNodes(ELEVEN, FROM_ELEVEN)).isTrue();
        assertThat(rule.mayUseReservedNodes(ELEVEN.plus(HOUR), null)).isTrue();
    }
}
