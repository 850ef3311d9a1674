// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.ledger;

import io.atrium.engine.ledger.Asset;
import io.atrium.engine.ledger.Status;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.Posting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// A day of the community in fifties: posts, holds, captures, releases, holds that expire; firms with funds and firms
/// that live on a credit line; one provider that takes part in half of everything.
///
/// Each caller settles the holds that it made. What expires is freed by the ledger's own work, beside the callers.
final class Mix implements Turns.Contender, AutoCloseable {
    static final int AT_ONCE = 50;
    private static final int FIRMS = 255;
    private static final int PROVIDERS = 8;
    private static final long CREDIT = 1_000_000_000_000L;
    /// A hold that nobody settles; on a machine that is busy otherwise it may be over before its group is written.
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final long EXPIRY_PAUSE_MILLIS = 1_000;

    private final LedgerHouse house;
    private final Ledger ledger;
    private final InstantSource clock = InstantSource.system();
    private final List<AccountCode> firms = new ArrayList<>();
    private final List<AccountCode> providers = new ArrayList<>();
    private final AccountCode hot = code("provider", "hot");
    private final List<Caller> callers = new ArrayList<>();
    private final Thread expiry;
    private volatile boolean isOpen = true;

    /// One caller: its chance and the holds that it has not settled yet.
    private record Caller(SplittableRandom random, ArrayDeque<UUID> holds) {}

    Mix(LedgerHouse house, int callerCount) {
        this.house = house;
        this.ledger = house.ledger();
        openAccounts();
        var seeds = new SplittableRandom(20_261_130L + callerCount);
        for (int i = 0; i < callerCount; i++) {
            callers.add(new Caller(seeds.split(), new ArrayDeque<>()));
        }
        expiry = Thread.ofPlatform().name("expiry").start(this::freeOverdueHolds);
    }

    private void openAccounts() {
        var source = code("treasury", "mix");
        ledger.open(OpenAccount.free(source, null));
        ledger.open(OpenAccount.free(hot, null));
        for (int i = 0; i < PROVIDERS; i++) {
            var provider = code("provider", "m" + i);
            ledger.open(OpenAccount.free(provider, null));
            providers.add(provider);
        }
        for (int i = 0; i < FIRMS; i++) {
            var firm = code("firm", "m" + i);
            boolean paysLater = i % 2 == 0;
            ledger.open(OpenAccount.noOverdraft(firm, paysLater ? CREDIT : 0, null));
            firms.add(firm);
            if (!paysLater) {
                ledger.postAlone(List.of(
                        Posting.move(UUID.randomUUID(), source, firm, CREDIT, "BENCH", "funds", clock.instant())));
            }
        }
    }

    private void freeOverdueHolds() {
        while (isOpen) {
            if (house.work().freeOverdueHolds(clock.instant()) == 0) {
                try {
                    Thread.sleep(EXPIRY_PAUSE_MILLIS);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    @Override
    public int once(int number) {
        var caller = callers.get(number);
        var batch = new ArrayList<Posting>(AT_ONCE);
        var made = new ArrayList<UUID>();
        for (int i = 0; i < AT_ONCE; i++) {
            batch.add(posting(caller, made));
        }
        var statuses = ledger.postEachAlone(batch);
        caller.holds().addAll(made);
        return (int) statuses.stream().filter(Mix::isApplied).count();
    }

    private static boolean isApplied(Status status) {
        if (!status.isSuccess() && status != Status.EXPIRY_NOT_IN_FUTURE) {
            throw new IllegalStateException("refused: " + status);
        }
        return status == Status.APPLIED;
    }

    private Posting posting(Caller caller, List<UUID> made) {
        var random = caller.random();
        var id = new UUID(random.nextLong(), random.nextLong());
        int kind = random.nextInt(100);
        if (kind < 30 && !caller.holds().isEmpty()) {
            var hold = caller.holds().removeFirst();
            return kind < 20
                    ? Posting.capture(id, hold, 1 + random.nextInt(50), "BENCH", "job", clock.instant())
                    : Posting.release(id, hold, "BENCH", "job", clock.instant());
        }
        var firm = firms.get(random.nextInt(FIRMS));
        var provider = random.nextBoolean() ? hot : providers.get(random.nextInt(PROVIDERS));
        if (kind >= 65) {
            return Posting.move(id, firm, provider, 1 + random.nextInt(1_000), "BENCH", "job", clock.instant());
        }
        var hold = Posting.hold(id, firm, provider, 50 + random.nextInt(500), "BENCH", "job", clock.instant());
        if (kind >= 62) {
            return hold.until(clock.instant().plus(SHORT)); // nobody settles it
        }
        made.add(id);
        return hold;
    }

    @Override
    public void close() throws InterruptedException {
        isOpen = false;
        expiry.join();
    }

    private static AccountCode code(String kind, String owner) {
        var role = kind.equals("provider") ? "receivable" : kind.equals("firm") ? "own" : "source";
        return AccountCode.of(Asset.CNY_FEN, kind, owner, role);
    }
}
