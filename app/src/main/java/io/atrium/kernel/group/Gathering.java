// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// Those who wait for the writer, in the order in which they came: many add, one takes.
final class Gathering<Q, A> {
    private final Queue<Asked<Q, A>> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore room;

    /// @param waitingMax how much may wait; who comes later waits outside
    Gathering(int waitingMax) {
        this.room = new Semaphore(waitingMax, true);
    }

    void add(Asked<Q, A> asked) {
        room.acquireUninterruptibly(asked.weight());
        queue.add(asked);
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /// As many as fit into one group; empty when nobody waits.
    List<Asked<Q, A>> take(int groupMax) {
        var taken = new ArrayList<Asked<Q, A>>();
        int weight = 0;
        for (var next = queue.peek(); next != null; next = queue.peek()) {
            weight += next.weight();
            if (weight > groupMax) {
                break;
            }
            taken.add(queue.remove());
            room.release(next.weight());
        }
        return taken;
    }
}
