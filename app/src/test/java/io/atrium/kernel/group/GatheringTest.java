// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.group;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class GatheringTest {
    private final Gathering<String, String> gathering = new Gathering<>(10);

    @Test
    void takesWholeCallersInTheirOrderUpToTheSizeOfAGroup() {
        var first = asked(3);
        var second = asked(3);
        var third = asked(4);
        gathering.add(first);
        gathering.add(second);
        gathering.add(third);
        assertThat(gathering.take(7)).containsExactly(first, second);
        assertThat(gathering.take(7)).containsExactly(third);
        assertThat(gathering.take(7)).isEmpty();
        assertThat(gathering.isEmpty()).isTrue();
    }

    @Test
    void letsNobodyInUntilThereIsRoom() throws InterruptedException {
        gathering.add(asked(10));
        var late = asked(1);
        var caller = Thread.ofPlatform().start(() -> gathering.add(late));
        await().atMost(30, SECONDS).until(() -> caller.getState() == Thread.State.WAITING);
        assertThat(gathering.take(10)).hasSize(1);
        caller.join();
        assertThat(gathering.take(10)).containsExactly(late);
    }

    private static Asked<String, String> asked(int weight) {
        return new Asked<>("something", weight);
    }
}
