// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.group;

import io.atrium.engine.ledger.Books;
import io.atrium.engine.ledger.Status;
import io.atrium.engine.ledger.Transfer;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.store.SqlLedgerStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Collects what many callers want to post and commits it together: one lock, one judgement, one write, one forced
/// write of the disk. A caller goes on when its own transfers are committed.
///
/// ```
/// caller 1 ─┐
/// caller 2 ─┼─ waiting ─→ one writer: lock accounts → judge in order → write → commit ─→ answer each caller
/// caller n ─┘                          (meanwhile the next group gathers)
/// ```
///
/// There is one writer per node and it keeps nothing between two groups: balances are read under the accounts' locks
/// each time. So several nodes, and callers inside wider transactions, work on the same accounts at once.
@Component
public class GroupCommit {
    /// Past this size a group gains little and keeps the others at its accounts waiting for longer.
    public static final int GROUP_MAX = 2_000;
    /// About a second of work; callers beyond it wait before they are taken in.
    static final int WAITING_MAX = 65_536;
    /// Another transaction may take the same accounts in another order; the database then ends one of the two.
    private static final int TRIES_MAX = 5;

    private final Books books;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;
    private final Gathering waiting = new Gathering(WAITING_MAX);
    private final AtomicBoolean isWriting = new AtomicBoolean();

    GroupCommit(SqlLedgerStore store, PlatformTransactionManager transactions, BusinessClock clock) {
        this.books = new Books(store);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Posts in their order and returns one status for each when they are on the disk. Linked ones are all or nothing.
    ///
    /// @throws GroupNotCommitted when the database did not answer: send the same again, the ids keep it single
    public List<Status> post(List<Transfer> transfers) {
        if (transfers.size() > GROUP_MAX) {
            throw new IllegalArgumentException("%d transfers, at most %d".formatted(transfers.size(), GROUP_MAX));
        }
        if (transfers.isEmpty()) {
            return List.of();
        }
        if (transfers.getLast().linked()) {
            throw new IllegalArgumentException("the last transfer would be linked to somebody else's");
        }
        var asked = new Asked(transfers);
        waiting.add(asked);
        writeUnlessSomebodyDoes();
        return asked.answer();
    }

    /// The writer lives as long as somebody waits, so that nothing has to be started or stopped.
    private void writeUnlessSomebodyDoes() {
        if (isWriting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("ledger-group-commit").start(this::write);
        }
    }

    private void write() {
        do {
            try {
                for (var group = waiting.take(GROUP_MAX); !group.isEmpty(); group = waiting.take(GROUP_MAX)) {
                    commit(group);
                }
            } finally {
                isWriting.set(false);
            }
            // somebody may have come between the last look and the sign that nobody writes
        } while (!waiting.isEmpty() && isWriting.compareAndSet(false, true));
    }

    private void commit(List<Asked> group) {
        try {
            answer(group, postTogether(group));
        } catch (RuntimeException e) {
            if (group.size() > 1 && Failure.isOfOne(e)) {
                group.forEach(asked -> commit(List.of(asked))); // one is at fault, the others shall not suffer
            } else {
                group.forEach(asked -> asked.fail(e));
            }
        } finally {
            group.forEach(Asked::failUnlessAnswered); // an Error must leave nobody waiting
        }
    }

    private List<Status> postTogether(List<Asked> group) {
        var batch = new ArrayList<Transfer>();
        group.forEach(asked -> batch.addAll(asked.transfers()));
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(_ -> books.post(batch, clock.instant()));
            } catch (RuntimeException e) {
                if (attempt == TRIES_MAX || !Failure.isOfConcurrency(e)) {
                    throw e;
                }
            }
        }
    }

    private static void answer(List<Asked> group, List<Status> statuses) {
        int from = 0;
        for (var asked : group) {
            int until = from + asked.transfers().size();
            asked.succeed(List.copyOf(statuses.subList(from, until)));
            from = until;
        }
    }
}
