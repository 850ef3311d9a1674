// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WHK-2")
class BackoffTest {

    @Test
    void waitsTwiceAsLongEachTimeUpToSixHours() {
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(Backoff::after).map(Duration::toSeconds))
                .containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1_920L, 3_840L, 7_680L, 15_360L, 21_600L, 21_600L);
        assertThat(Backoff.after(1_000)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void endsAfterSomeThreeDays() {
        assertThat(Backoff.isOver(Backoff.ATTEMPTS_MAX - 1)).isFalse();
        assertThat(Backoff.isOver(Backoff.ATTEMPTS_MAX)).isTrue();
        var total = IntStream.range(1, Backoff.ATTEMPTS_MAX)
                .mapToObj(Backoff::after)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(total).isBetween(Duration.ofHours(72), Duration.ofHours(84));
    }
}
