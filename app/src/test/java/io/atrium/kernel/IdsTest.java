// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Ids ids = new Ids(now::get);

    @Test
    void growWithinAMillisecond() {
        var made = Stream.generate(() -> ids.next("job")).limit(10_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("job_[0-9a-z]{26}"));
        assertThat(made)
                .extracting(id -> id.substring(0, 14))
                .containsOnly(made.getFirst().substring(0, 14));
    }

    @Test
    void growOverAClockThatIsSetBack() {
        var before = ids.next("job");
        now.set(NOW.minusSeconds(60));
        var after = ids.next("job");
        now.set(NOW.plusMillis(1));

        assertThat(after).isGreaterThan(before).isLessThan(ids.next("job"));
    }

    @Test
    void beginWithTheTime() {
        var earlier = ids.next("job");
        now.set(NOW.plusSeconds(1));

        assertThat(ids.next("job").substring(0, 14)).isGreaterThan(earlier.substring(0, 14));
    }
}
