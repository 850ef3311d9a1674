// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.RunRequest.Checkpoints;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SavedTimeTest {

    private static final Instant BEFORE = Instant.parse("2026-11-30T08:00:00Z");
    private static final Instant NOW = BEFORE.plusSeconds(10);
    private static final GivingBack FRESH = GivingBack.of(new Checkpoints("job_1", 1, Duration.ofSeconds(30)));
    private static final GivingBack LOOKED = FRESH.looked(BEFORE.minusSeconds(100), null);

    private static GivingBack looked(GivingBack before, Instant date) {
        return SavedTime.looked(before, date, BEFORE, NOW);
    }

    @Test
    void theFirstLookTellsOfNoCheckpoint() {
        assertThat(looked(FRESH, NOW).saved()).isNull();
        assertThat(looked(FRESH, NOW).dated()).isEqualTo(NOW);
    }

    @Test
    void anUnchangedDateTellsNothingNew() {
        assertThat(looked(LOOKED, BEFORE.minusSeconds(100))).isEqualTo(LOOKED);
    }

    @Test
    void aDateThatCanBeTrueIsWhenItWasSaved() {
        assertThat(looked(LOOKED, BEFORE.plusSeconds(4)).saved()).isEqualTo(BEFORE.plusSeconds(4));
    }

    @Test
    void withAWrongClockItCountsFromTheLookBefore() {
        assertThat(looked(LOOKED, NOW.plusSeconds(3_600)).saved()).isEqualTo(BEFORE);
        assertThat(looked(LOOKED, BEFORE.minusSeconds(3_600)).saved()).isEqualTo(BEFORE);
    }

    @Test
    void neverGoesBack() {
        var later = FRESH.looked(BEFORE.minusSeconds(100), BEFORE.plusSeconds(1));
        assertThat(looked(later, BEFORE.minusSeconds(1)).saved()).isEqualTo(BEFORE.plusSeconds(1));
    }
}
