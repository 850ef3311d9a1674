// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import io.atrium.engine.ledger.Books;
import io.atrium.engine.ledger.Status;
import io.atrium.engine.ledger.Transfer;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.kernel.group.GroupNotCommitted;
import io.atrium.kernel.group.GroupWriter;
import io.atrium.ledger.store.SqlLedgerStore;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/// Posts what many callers want to post at the same moment together: one lock, one judgement, one write, one forced
/// write of the disk. Balances are read under the accounts' locks each time, and nothing is kept between two groups.
@Component
public class GroupCommit {
    /// Past this size a group gains little and keeps the others at its accounts waiting for longer.
    public static final int GROUP_MAX = 2_000;
    /// About a second of work; callers beyond it wait before they are taken in.
    static final int WAITING_MAX = 65_536;

    private final Books books;
    private final BusinessClock clock;
    private final GroupWriter<List<Transfer>, List<Status>> writer;

    GroupCommit(SqlLedgerStore store, PlatformTransactionManager transactions, BusinessClock clock) {
        this.books = new Books(store);
        this.clock = clock;
        var size = new GroupWriter.Size<List<Transfer>>(GROUP_MAX, WAITING_MAX, List::size);
        this.writer = new GroupWriter<>("ledger-group-commit", size, transactions, this::postTogether);
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
        return writer.ask(List.copyOf(transfers));
    }

    private List<List<Status>> postTogether(List<List<Transfer>> group) {
        var batch = new ArrayList<Transfer>();
        group.forEach(batch::addAll);
        var statuses = books.post(batch, clock.instant());
        var answers = new ArrayList<List<Status>>();
        int from = 0;
        for (var transfers : group) {
            int until = from + transfers.size();
            answers.add(List.copyOf(statuses.subList(from, until)));
            from = until;
        }
        return answers;
    }
}
