// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void aDeadlockIsTriedAgain() {
        assertThat(Failure.isOfConcurrency(wrapped("40P01"))).isTrue();
        assertThat(Failure.isOfOne(wrapped("40P01"))).isFalse();
    }

    @Test
    void badDataIsOneCallersFault() {
        assertThat(Failure.isOfOne(wrapped("22021"))).isTrue();
        assertThat(Failure.isOfOne(wrapped("23505"))).isTrue();
        assertThat(Failure.isOfOne(new IllegalArgumentException())).isTrue();
        assertThat(Failure.isOfConcurrency(wrapped("22021"))).isFalse();
    }

    @Test
    void aDatabaseThatIsGoneIsNobodysFault() {
        assertThat(Failure.isOfOne(wrapped("57P01"))).isFalse();
        assertThat(Failure.isOfOne(wrapped("08006"))).isFalse();
        assertThat(Failure.isOfConcurrency(wrapped("08006"))).isFalse();
    }

    private static RuntimeException wrapped(String state) {
        return new IllegalStateException(new SQLException("told", state));
    }
}
