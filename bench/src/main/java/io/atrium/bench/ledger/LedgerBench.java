// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.ledger;

import io.atrium.bench.Benchmark;
import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.bench.Row.Peer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How many transfers per second the ledger takes, each durable when it is answered.
///
/// The peer is what one would write without Atrium: a PL/pgSQL function that locks two rows, checks the balance, moves
/// the amount and writes the transfer, called once per transaction. Peer and doors take turns in short windows, so that
/// whatever else the machine does hits both. The limit of a single writer is the disk: one forced write per answer.
public final class LedgerBench implements Benchmark {
    private static final String PEER = "plpgsql double-entry function";
    private static final int ONE = 1;
    private static final int MANY = 8;

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String purpose() {
        return "transfers per second of the post and meter doors, every answer on the disk";
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
            doors.requireSoundBooks();
            double forced = (before + ForcedWrites.perSecond(house.folder())) / 2;
            return List.of(
                    new Row("forced writes of this disk, one at a time", "1/s", forced, null, null),
                    row("post, one writer", one, null),
                    row("post, " + MANY + " writers", many, Limit.atLeast(forced)),
                    row("post, " + MANY + " writers, three linked holds at once", job, Limit.atLeast(forced)),
                    row("meter, accepted, " + MANY + " writers, hundred at once", accepted, Limit.atLeast(10 * forced)),
                    row("meter, booked from the outbox, one drain", booked, Limit.atLeast(3 * forced)));
        }
    }

    private static Row row(String figure, Turns.Rates rates, @Nullable Limit limit) {
        return new Row(figure, "transfers/s", rates.ours(), new Peer(PEER, rates.peers()), limit);
    }
}
