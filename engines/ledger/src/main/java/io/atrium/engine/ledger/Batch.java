// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import io.atrium.engine.ledger.Judged.Chain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Walks through a batch once, in order, chain by chain. A transfer that is not linked is a chain of one.
///
/// ```
/// a      b linked ─ c linked ─ d      e linked ─ f linked (end of batch)
/// chain  chain                        open: f is LINKED_CHAIN_OPEN, e is LINKED_EVENT_FAILED
/// ```
///
/// In a chain the first member that fails keeps its own status; all others become LINKED_EVENT_FAILED and what the
/// chain did is undone. A repeat (EXISTS) is no failure, so a chain that is sent again succeeds again.
final class Batch {
    private final List<Transfer> transfers;
    private final WorkingBooks books;
    private final Instant now;
    private final List<Status> statuses;

    Batch(List<Transfer> transfers, WorkingBooks books, Instant now) {
        this.transfers = transfers;
        this.books = books;
        this.now = now;
        this.statuses = new ArrayList<>(Collections.nCopies(transfers.size(), Status.APPLIED));
    }

    List<Status> judge() {
        for (int start = 0; start < transfers.size(); ) {
            int end = chainEnd(start);
            judgeChain(start, end);
            start = end + 1;
        }
        return List.copyOf(statuses);
    }

    /// The last member of the chain that starts here.
    private int chainEnd(int start) {
        int end = start;
        while (transfers.get(end).linked() && end < transfers.size() - 1) {
            end++;
        }
        return end;
    }

    private void judgeChain(int start, int end) {
        int mark = books.mark();
        int failed = transfers.get(end).linked() ? judgeOpenEnd(end) : applyUntilFailure(start, end);
        if (failed > end) {
            return;
        }
        books.undoTo(mark);
        for (int i = start; i <= end; i++) {
            if (i != failed) {
                statuses.set(i, Status.of(judged(i, Chain.FAILED)));
            }
        }
    }

    private int judgeOpenEnd(int end) {
        statuses.set(end, Status.of(judged(end, Chain.OPEN_END)));
        return end;
    }

    /// The index of the member that failed, or one past the end.
    private int applyUntilFailure(int start, int end) {
        for (int i = start; i <= end; i++) {
            var judged = judged(i, Chain.SOUND);
            var status = Status.of(judged);
            statuses.set(i, status);
            if (status == Status.APPLIED) {
                books.apply(judged);
            } else if (status != Status.EXISTS) {
                return i;
            }
        }
        return end + 1;
    }

    private Judged judged(int index, Chain chain) {
        return new Judged(transfers.get(index), chain, books, now);
    }
}
