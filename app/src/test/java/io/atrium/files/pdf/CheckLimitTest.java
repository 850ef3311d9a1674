// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.kernel.RefusedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckLimitTest {

    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private final CheckLimit limit = new CheckLimit(() -> now);

    @Test
    void refusesAnAddressThatAsksTooOftenUntilTheMinuteIsOver() {
        for (int i = 0; i < CheckLimit.CHECKS_MAX; i++) {
            limit.count("203.0.113.1");
        }
        assertThatThrownBy(() -> limit.count("203.0.113.1")).isInstanceOf(RefusedException.class);
        assertThatCode(() -> limit.count("203.0.113.2")).doesNotThrowAnyException();

        now = now.plus(CheckLimit.WINDOW);

        assertThatCode(() -> limit.count("203.0.113.1")).doesNotThrowAnyException();
    }
}
