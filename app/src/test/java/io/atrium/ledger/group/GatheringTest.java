// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.group;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.engine.ledger.Memo;
import io.atrium.engine.ledger.Transfer;
import io.atrium.engine.ledger.TransferId;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final Gathering gathering = new Gathering(10);

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

    private static Asked asked(int transfers) {
        var release = Transfer.release(
                new TransferId(new UUID(0, 1)), new TransferId(new UUID(0, 2)), new Memo("TEST", Instant.EPOCH, ""));
        return new Asked(Collections.nCopies(transfers, release));
    }
}
