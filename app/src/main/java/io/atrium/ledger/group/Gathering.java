// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// Those who wait for the writer, in the order in which they came: many add, one takes.
final class Gathering {
    private final Queue<Asked> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore room;

    /// @param transfersMax how many transfers may wait; who comes later waits outside
    Gathering(int transfersMax) {
        this.room = new Semaphore(transfersMax, true);
    }

    void add(Asked asked) {
        room.acquireUninterruptibly(asked.transfers().size());
        queue.add(asked);
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /// As many as fit into one group; empty when nobody waits.
    List<Asked> take(int transfersMax) {
        var taken = new ArrayList<Asked>();
        int transfers = 0;
        for (var next = queue.peek(); next != null; next = queue.peek()) {
            transfers += next.transfers().size();
            if (transfers > transfersMax) {
                break;
            }
            taken.add(queue.remove());
            room.release(next.transfers().size());
        }
        return taken;
    }
}
