// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import io.atrium.engine.ledger.Account;
import io.atrium.engine.ledger.Books;
import io.atrium.engine.ledger.CreditLimitStatus;
import io.atrium.engine.ledger.Status;
import io.atrium.engine.ledger.Transfer;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.kernel.group.GroupNotCommitted;
import io.atrium.ledger.store.AccountCards;
import io.atrium.ledger.store.AccountEntries;
import io.atrium.ledger.store.MeterOutbox;
import io.atrium.ledger.store.PeriodRows;
import io.atrium.ledger.store.SqlLedgerStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The front door of the ledger (账本).
///
/// Three doors for transfers, one set of rules and tables: [#post] joins the caller's transaction and answers at once;
/// [#postAlone] and [#postEachAlone] are for callers without one, commit in groups and answer when it is on the disk;
/// [#meter] only accepts, for streams of usage, and books in groups a moment later.
///
/// An account's balance is its credits less its debits: value that leaves an account debits it.
@Component
public class Ledger {
    /// Longer lists are streams and belong to the meter door.
    public static final int POSTINGS_MAX = 100;

    private final Books books;
    private final AccountCards cards;
    private final AccountEntries entries;
    private final PeriodRows periods;
    private final MeterOutbox outbox;
    private final GroupCommit groups;
    private final BusinessClock clock;

    Ledger(
            SqlLedgerStore store,
            AccountCards cards,
            AccountEntries entries,
            PeriodRows periods,
            MeterOutbox outbox,
            GroupCommit groups,
            BusinessClock clock) {
        this.books = new Books(store);
        this.cards = cards;
        this.entries = entries;
        this.periods = periods;
        this.outbox = outbox;
        this.groups = groups;
        this.clock = clock;
    }

    /// Opens an account unless it is open. The same code with another limit is a bug and throws; the credit line of an
    /// account that is open stays what it is.
    @Transactional
    public void open(OpenAccount account) {
        var code = account.code();
        cards.insertUnlessPresent(account, clock.instant());
        var status = books.open(Account.opened(code.id(), code.asset(), account.rule()));
        if (!status.isSuccess()) {
            throw new IllegalStateException(code + ": " + status);
        }
    }

    /// Applies all postings or none. Joins the caller's transaction; holds the accounts' locks until it ends, so post
    /// late and once.
    @Transactional(propagation = Propagation.MANDATORY)
    public PostOutcome post(List<Posting> postings) {
        requireFew(postings);
        return outcome(postings, books.post(chain(postings), clock.instant()));
    }

    /// Applies all postings or none, in a transaction that it shares with whoever else posts at the moment. Durable
    /// when it returns; refuses to be called inside a transaction, which would not be part of it. Ids that are
    /// computed from a request's key ([TransferIds]) make it idempotent by that key, also after a restart.
    ///
    /// @throws GroupNotCommitted when the database did not answer: send the same again
    @Transactional(propagation = Propagation.NEVER)
    public PostOutcome postAlone(List<Posting> postings) {
        requireFew(postings);
        return outcome(postings, groups.post(chain(postings)));
    }

    /// Applies each posting on its own, at most [GroupCommit#GROUP_MAX] at once, and returns one status for each.
    /// As [#postAlone] in every other respect.
    @Transactional(propagation = Propagation.NEVER)
    public List<Status> postEachAlone(List<Posting> postings) {
        return groups.post(postings.stream().map(Posting::transfer).toList());
    }

    private static void requireFew(List<Posting> postings) {
        if (postings.size() > POSTINGS_MAX) {
            throw new IllegalArgumentException("%d postings, at most %d".formatted(postings.size(), POSTINGS_MAX));
        }
    }

    private static PostOutcome outcome(List<Posting> postings, List<Status> statuses) {
        for (int i = 0; i < statuses.size(); i++) {
            var status = statuses.get(i);
            if (!status.isSuccess() && status != Status.LINKED_EVENT_FAILED) {
                return new PostOutcome.Refused(i, status, postings.get(i));
            }
        }
        return new PostOutcome.Posted();
    }

    /// Posts what cannot fail, such as the capture of a hold that stands; a refusal is a bug and throws.
    @Transactional(propagation = Propagation.MANDATORY)
    public void postSurely(List<Posting> postings) {
        if (post(postings) instanceof PostOutcome.Refused refused) {
            throw new IllegalStateException("ledger refused what was certain: " + refused);
        }
    }

    /// Accepts postings of a stream of usage with the caller's transaction. They are booked in groups, each on its own,
    /// within about a second; a repeat is booked once. What the books refuse is kept for [#refusedUsage].
    @Transactional(propagation = Propagation.MANDATORY)
    public void meter(List<Posting> postings) {
        outbox.accept(postings.stream().map(Posting::transfer).toList());
    }

    /// How many metered postings the books refused: zero, or somebody must look.
    @Transactional(readOnly = true)
    public long refusedUsage() {
        return outbox.refusedCount();
    }

    /// Changes how far an account may go below zero.
    @Transactional
    public void setCreditLimit(AccountCode code, long limit) {
        var status = books.changeCreditLimit(code.id(), limit);
        if (status == CreditLimitStatus.LIMIT_BELOW_USE) {
            throw new RefusedException(Refusal.of(LedgerRefusal.CREDIT_LIMIT_BELOW_USE, "account", code.value()));
        }
        if (status != CreditLimitStatus.CHANGED) {
            throw new IllegalStateException(code + ": " + status);
        }
    }

    /// Balances of an account that is open; of one that is not, a bug.
    @Transactional(readOnly = true)
    public Balances balances(AccountCode code) {
        return find(new Scope.All(), code)
                .orElseThrow(() -> new IllegalStateException("not open: " + code))
                .balances();
    }

    /// Balances of many accounts at once; those that are not open are left out.
    @Transactional(readOnly = true)
    public Map<AccountCode, Balances> balances(Collection<AccountCode> codes) {
        return cards.balances(codes);
    }

    @Transactional(readOnly = true)
    public Optional<AccountView> find(Scope scope, AccountCode code) {
        return cards.find(scope, code);
    }

    /// Accounts that the reader may see, by code.
    @Transactional(readOnly = true)
    public List<AccountView> accounts(Scope scope, String codeContains, long offset, int limit) {
        return cards.list(scope, codeContains, offset, limit);
    }

    @Transactional(readOnly = true)
    public int countAccounts(Scope scope, String codeContains) {
        return cards.count(scope, codeContains);
    }

    /// The newest lines of an account before a position, newest first; the caller has checked who reads.
    @Transactional(readOnly = true)
    public List<EntryView> entries(AccountCode code, long beforePosition, int limit) {
        return entries.before(code, beforePosition, limit);
    }

    /// The lines after a position that changed the balance, oldest first: whoever remembers the last position reads
    /// each line once. The caller has checked who reads.
    @Transactional(readOnly = true)
    public List<EntryView> moved(AccountCode code, long afterPosition, int limit) {
        return entries.movedAfter(code, afterPosition, limit);
    }

    /// What happened in accounts that the caller was allowed to find, on one snapshot.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PeriodView period(Collection<AccountCode> accounts, Between period, int linesMax) {
        return periods.read(accounts, period, linesMax);
    }

    /// Recounts the whole ledger and sums both sides, on one snapshot.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public TrialBalance trialBalance() {
        return TrialBalance.of(books.prove());
    }

    private static List<Transfer> chain(List<Posting> postings) {
        var chain = new ArrayList<Transfer>(postings.size());
        for (int i = 0; i < postings.size(); i++) {
            var transfer = postings.get(i).transfer();
            chain.add(i < postings.size() - 1 ? transfer.linkedToNext() : transfer);
        }
        return chain;
    }
}
