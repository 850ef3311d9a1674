// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.engine.scheduler.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ModelLimitsTest {
    private static void refuses(ThrowingCallable callable) {
        assertThatThrownBy(callable).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesHaveOneToAHundredCharacters() {
        refuses(() -> new JobId(" "));
        refuses(() -> new NodeId("n".repeat(101)));
        assertThat(new NodeId("n".repeat(100)).value()).hasSize(100);
    }

    @Test
    void aNodeHasOneTo62Gpus() {
        refuses(() -> Scene.poolOf("a", "h100", 0, 1));
        refuses(() -> Scene.poolOf("a", "h100", 63, 1));
        refuses(() -> Scene.poolOf("a", "h100", 8, -1));
    }

    @Test
    void aJobAsksForAtLeastOneGpuAndALimitUpTo30Days() {
        refuses(() -> Scene.job("j", 0));
        refuses(() -> Scene.job("j", 1, Duration.ZERO));
        refuses(() -> Scene.job("j", 1, Duration.ofDays(30).plusMillis(1)));
        assertThat(Scene.job("j", 1, Duration.ofDays(30)).gpus()).isEqualTo(1);
    }

    @Test
    void nothingStandsInAFleetOrSnapshotTwice() {
        var pool = Scene.poolOf("a", "h100", 8, 1);
        var node = new Node(new NodeId("n"), pool.id(), NodeState.UP);
        refuses(() -> new Fleet(List.of(pool, pool), List.of()));
        refuses(() -> new Fleet(List.of(pool), List.of(node, node)));
        refuses(() -> new Fleet(List.of(), List.of(node)));
        refuses(() -> new Scene()
                .pool("a", "h100", 8, 1)
                .waits(Scene.job("j", 1), Scene.job("j", 2))
                .snapshot());
    }

    @Test
    void aTenantWithoutAQuotaHasNone() {
        assertThat(new Quotas(Map.of()).of(new TenantId("t"))).isZero();
        refuses(() -> new Quotas(Map.of(new TenantId("t"), -1)));
    }
}
