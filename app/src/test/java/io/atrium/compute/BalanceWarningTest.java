// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CMP-10")
class BalanceWarningTest {

    private static QuotaView quota(long creditLeft, long gpuTimeLeft) {
        return new QuotaView(
                8,
                GpuAmount.ZERO,
                GpuAmount.ZERO,
                GpuAmount.ZERO,
                new GpuMillis(1_000),
                new GpuMillis(gpuTimeLeft),
                GpuMillis.ZERO,
                new Fen(1_000),
                new Fen(creditLeft),
                Fen.ZERO,
                Fen.ZERO);
    }

    @Test
    void warnsBelowTheShareAndIsSilentAtIt() {
        assertThat(BalanceWarning.of(quota(200, 100))).isEmpty();
        assertThat(BalanceWarning.of(quota(199, 100))).containsExactly(BalanceWarning.CREDIT_LOW);
        assertThat(BalanceWarning.of(quota(200, 99))).containsExactly(BalanceWarning.GPU_TIME_LOW);
        assertThat(BalanceWarning.of(quota(-5, 0)))
                .containsExactly(BalanceWarning.CREDIT_LOW, BalanceWarning.GPU_TIME_LOW);
    }
}
