// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobStateTest {

    /// The whole table, spelled out once more: what is not here is refused.
    private static final Map<JobState, Set<JobState>> ALLOWED = Map.of(
            JobState.QUEUED, Set.of(JobState.PLACED, JobState.CANCELLED, JobState.ENDED),
            JobState.PLACED, Set.of(JobState.RUNNING, JobState.ENDED, JobState.QUEUED),
            JobState.RUNNING, Set.of(JobState.ENDED, JobState.QUEUED),
            JobState.ENDED, Set.of(JobState.SETTLED),
            JobState.SETTLED, Set.of(),
            JobState.CANCELLED, Set.of());

    @ParameterizedTest
    @EnumSource
    void movesOnlyAlongTheTable(JobState from) {
        assertThat(JobState.values())
                .allSatisfy(to -> assertThat(from.mayBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(ALLOWED.getOrDefault(from, Set.of()).contains(to)));
    }

    @Test
    void onlySettledAndCancelledJobsAreOver() {
        assertThat(Arrays.stream(JobState.values()).filter(JobState::isOver))
                .containsExactly(JobState.SETTLED, JobState.CANCELLED);
    }

    @Test
    void aJobThatIsOverHoldsNoGpusAndCannotBeStopped() {
        assertThat(Arrays.stream(JobState.values()).filter(JobState::isOver))
                .noneMatch(JobState::holdsGpus)
                .noneMatch(JobState::isStoppable);
    }
}
