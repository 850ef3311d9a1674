// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.ledger;

import io.atrium.engine.ledger.Asset;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.PostOutcome;
import io.atrium.ledger.Posting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// The doors of Atrium's ledger as contenders. Firms spend what they were given, providers receive.
final class Doors {
    /// As many accounts as a community has firms; fewer would measure waiting for locks, more would flatter.
    static final int ACCOUNTS = 255;

    static final int PROVIDERS = 9;
    static final long FUNDS = 1_000_000_000_000L;
    private static final int ACCEPTED_AT_ONCE = 100;
    private static final int WAITING_MAX = 40_000;
    private static final int GROWN = 20_000;

    private final LedgerHouse house;
    private final Ledger ledger;
    private final TransactionTemplate transactions;
    private final InstantSource clock = InstantSource.system();
    private final List<AccountCode> firms = new ArrayList<>();
    private final List<AccountCode> providers = new ArrayList<>();
    private final SplittableRandom seeds = new SplittableRandom(20_261_122);
    private final ThreadLocal<SplittableRandom> random = ThreadLocal.withInitial(this::nextSeed);

    Doors(LedgerHouse house) {
        this.house = house;
        ledger = house.ledger();
        transactions = house.transactions();
        openAccounts();
        grow();
    }

    /// Plans are kept: begin with a table that is worth an index, as after the first hour of service.
    private void grow() {
        for (int grown = 0; grown < GROWN; grown += ACCEPTED_AT_ONCE) {
            acceptSome();
        }
        bookAll();
        house.analyze();
    }

    private synchronized SplittableRandom nextSeed() {
        return seeds.split();
    }

    private void openAccounts() {
        var source = AccountCode.of(Asset.CNY_FEN, "treasury", "bench", "source");
        ledger.open(OpenAccount.free(source, null));
        for (int i = 0; i < PROVIDERS; i++) {
            var provider = AccountCode.of(Asset.CNY_FEN, "provider", "p" + i, "receivable");
            ledger.open(OpenAccount.free(provider, null));
            providers.add(provider);
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            var firm = AccountCode.of(Asset.CNY_FEN, "firm", "f" + i, "own");
            ledger.open(OpenAccount.noOverdraft(firm, 0, null));
            firms.add(firm);
            var funds = Posting.move(UUID.randomUUID(), source, firm, FUNDS, "BENCH", "funds", clock.instant());
            transactions.executeWithoutResult(_ -> ledger.postSurely(List.of(funds)));
        }
    }

    /// One transfer per transaction.
    Turns.Contender post() {
        return _ -> postInTransaction(List.of(move()));
    }

    /// Three holds on one provider, all or nothing: what the submission of a job posts.
    Turns.Contender postJob() {
        return _ -> {
            var provider = any(providers);
            return postInTransaction(List.of(hold(provider), hold(provider), hold(provider)));
        };
    }

    /// One transfer per caller, committed with those of the others.
    Turns.Contender alone() {
        return _ -> {
            if (ledger.postAlone(List.of(move())) instanceof PostOutcome.Refused refused) {
                throw new IllegalStateException("refused: " + refused);
            }
            return 1;
        };
    }

    /// Transfers that nobody has put under a seal yet are sealed, by the one that seals.
    Turns.Contender seal() {
        return new Turns.Contender() {
            @Override
            public int once(int writer) {
                return house.seals().sealSome();
            }

            @Override
            public int writers(int offered) {
                return 1;
            }
        };
    }

    /// Usage that is accepted into the outbox, a hundred per transaction.
    Turns.Contender accept() {
        return new Turns.Contender() {
            @Override
            public int once(int writer) {
                acceptSome();
                return ACCEPTED_AT_ONCE;
            }

            @Override
            public void prepare() {
                bookAll();
            }
        };
    }

    /// Usage that waits in the outbox is booked, by the one that drains it.
    Turns.Contender book() {
        return new Turns.Contender() {
            @Override
            public void prepare() {
                bookAll();
                for (int waiting = 0; waiting < WAITING_MAX; waiting += ACCEPTED_AT_ONCE) {
                    acceptSome();
                }
            }

            @Override
            public int once(int writer) {
                return house.work().bookUsage();
            }

            @Override
            public int writers(int offered) {
                return 1;
            }
        };
    }

    void requireSoundBooks() {
        bookAll();
        var proof = ledger.trialBalance();
        if (!proof.isBalanced() || ledger.refusedUsage() > 0) {
            throw new IllegalStateException("the books are not sound after the benchmark: " + proof);
        }
    }

    private int postInTransaction(List<Posting> postings) {
        var outcome = transactions.execute(_ -> ledger.post(postings));
        if (outcome instanceof PostOutcome.Refused refused) {
            throw new IllegalStateException("refused: " + refused);
        }
        return postings.size();
    }

    private void acceptSome() {
        var usage = new ArrayList<Posting>(ACCEPTED_AT_ONCE);
        for (int i = 0; i < ACCEPTED_AT_ONCE; i++) {
            usage.add(move());
        }
        transactions.executeWithoutResult(_ -> ledger.meter(usage));
    }

    private void bookAll() {
        while (house.work().bookUsage() > 0) {
            Thread.onSpinWait();
        }
    }

    private Posting move() {
        return Posting.move(randomId(), any(firms), any(providers), amount(), "BENCH", "job", now());
    }

    private Posting hold(AccountCode provider) {
        return Posting.hold(randomId(), any(firms), provider, amount(), "BENCH", "job", now());
    }

    private long amount() {
        return 1 + random.get().nextInt(1_000);
    }

    private Instant now() {
        return clock.instant();
    }

    private AccountCode any(List<AccountCode> codes) {
        return codes.get(random.get().nextInt(codes.size()));
    }

    private UUID randomId() {
        return new UUID(random.get().nextLong(), random.get().nextLong());
    }
}
