// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.ledger;

import io.atrium.bench.Benchmark;
import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.bench.Row.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How many transfers per second the ledger takes, each durable when it is answered, and how long callers wait for it.
///
/// The peer is what one would write without Atrium: a PL/pgSQL function that locks two rows, checks the balance, moves
/// the amount and writes the transfer, called once per transaction. Peer and doors take turns in short windows, so that
/// whatever else the machine does hits both. The limit of a single writer is the disk: one forced write per answer.
public final class LedgerBench implements Benchmark {
    private static final String PEER = "plpgsql double-entry function";
    private static final int ONE = 1;
    private static final int MANY = 8;
    /// Callers of one transfer each, and callers of fifty each: some 800 transfers are asked for at any time.
    private static final int CROWD = 800;

    private static final int CALLERS = CROWD / Mix.AT_ONCE;
    private static final double GOAL_PER_SECOND = 50_000;
    private static final double GOAL_P99_MILLIS = 20;

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String purpose() {
        return "transfers per second and waits of the ledger's doors, every answer on the disk";
    }

    @Override
    public List<Row> run(Consumer<String> messages) throws Exception {
        messages.accept("starting a durable PostgreSQL in a folder of its own");
        try (var house = LedgerHouse.start()) {
            var peer = PlainSqlLedger.create(house.dataSource());
            var doors = new Doors(house);
            double before = ForcedWrites.perSecond(house.folder());
            messages.accept("measuring; windows of doors and peer alternate");
            var one = Turns.between(doors.post(), peer, ONE);
            var many = Turns.between(doors.post(), peer, MANY);
            var job = Turns.between(doors.postJob(), peer.threeAtATime(), MANY);
            var accepted = Turns.between(doors.accept(), peer, MANY);
            var booked = Turns.between(doors.book(), peer, MANY);
            var rows = new ArrayList<Row>();
            messages.accept("measuring callers that are committed together");
            var crowd = Callers.measure(doors.alone(), CROWD);
            var peerAlone = Callers.measure(peer, MANY);
            var mixed = mix(house);
            var peerAtOnce = Callers.measure(peer.manyAtOnce(Mix.AT_ONCE), ONE);
            messages.accept("measuring what PostgreSQL's own benchmark does on this server");
            var limit = ServerLimit.measure(house);
            var sealed = Turns.between(doors.seal(), peer, ONE);
            doors.requireSoundBooks();
            double forced = (before + ForcedWrites.perSecond(house.folder())) / 2;
            rows.add(new Row("forced writes of this disk, one at a time", "1/s", forced, null, null));
            rows.add(new Row(limit.name() + ", commits", "1/s", limit.perSecond(), null, null));
            rows.add(row("post, one writer", one, null));
            rows.add(row("post, " + MANY + " writers", many, Limit.atLeast(forced)));
            rows.add(row("post, " + MANY + " writers, three linked holds at once", job, Limit.atLeast(forced)));
            rows.add(row(
                    "meter, accepted, " + MANY + " writers, hundred at once", accepted, Limit.atLeast(10 * forced)));
            rows.add(row("meter, booked from the outbox, one drain", booked, Limit.atLeast(3 * forced)));
            rows.add(new Row("sealed, one after the other", "transfers/s", sealed.ours(), null, null));
            rows.addAll(rows("alone, " + CROWD + " callers of one", crowd, PEER, peerAlone));
            rows.addAll(rows(
                    "alone, mix, " + CALLERS + " callers of " + Mix.AT_ONCE,
                    mixed,
                    PEER + ", " + Mix.AT_ONCE + " posts at once",
                    peerAtOnce));
            rows.add(new Row(
                    "alone, mix, against the server's own benchmark",
                    "transfers/s",
                    mixed.perSecond(),
                    new Peer(limit.name(), limit.perSecond()),
                    null));
            return rows;
        }
    }

    /// Everything at once: holds, captures, releases, expiry, credit lines, one hot account.
    private static Callers.Measured mix(LedgerHouse house) throws Exception {
        try (var mix = new Mix(house, CALLERS)) {
            return Callers.measure(mix, CALLERS);
        }
    }

    private static List<Row> rows(String figure, Callers.Measured ours, String name, Callers.Measured peers) {
        return List.of(
                new Row(
                        figure,
                        "transfers/s",
                        ours.perSecond(),
                        new Peer(name, peers.perSecond()),
                        Limit.atLeast(GOAL_PER_SECOND)),
                new Row(
                        figure + ", median wait",
                        "ms",
                        ours.medianMillis(),
                        new Peer(name, peers.medianMillis()),
                        null),
                new Row(
                        figure + ", p99 wait",
                        "ms",
                        ours.p99Millis(),
                        new Peer(name, peers.p99Millis()),
                        Limit.atMost(GOAL_P99_MILLIS)));
    }

    private static Row row(String figure, Turns.Rates rates, @Nullable Limit limit) {
        return new Row(figure, "transfers/s", rates.ours(), new Peer(PEER, rates.peers()), limit);
    }
}
