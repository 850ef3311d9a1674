// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import static io.atrium.jooq.Tables.LEDGER_METER_OUTBOX;
import static io.atrium.jooq.Tables.LEDGER_METER_REFUSAL;
import static org.jooq.impl.DSL.val;

import io.atrium.engine.ledger.AccountId;
import io.atrium.engine.ledger.Entry;
import io.atrium.engine.ledger.Memo;
import io.atrium.engine.ledger.Movement;
import io.atrium.engine.ledger.Status;
import io.atrium.engine.ledger.Transfer;
import io.atrium.engine.ledger.TransferId;
import io.atrium.jooq.tables.records.LedgerMeterOutboxRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Usage that was accepted and not booked yet. Accepting takes no lock that another writer waits for.
@Component
public class MeterOutbox {
    private static final long DRAIN_LOCK = 0x6d65746572L; // one drain at a time: groups keep the order of acceptance
    private static final String INSERT =
            """
            insert into ledger_meter_outbox (id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, \
            event_at, expires_at)
            select id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, expires_at
            from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}) with ordinality
            as t (id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, expires_at, n)
            order by n""";

    private final DSLContext database;

    MeterOutbox(DSLContext database) {
        this.database = database;
    }

    /// One row of the outbox.
    public record Waiting(long position, Transfer transfer) {}

    public void accept(List<Transfer> transfers) {
        int count = transfers.size();
        var ids = new UUID[count];
        var kinds = new String[count];
        var debits = new UUID[count];
        var credits = new UUID[count];
        var amounts = new Long[count];
        var holds = new UUID[count];
        var purposes = new String[count];
        var references = new String[count];
        var eventTimes = new OffsetDateTime[count];
        var expiries = new OffsetDateTime[count];
        for (int i = 0; i < count; i++) {
            var transfer = transfers.get(i);
            var entry = entry(transfer);
            ids[i] = transfer.id().value();
            kinds[i] = transfer.movement().kind().name();
            debits[i] = entry == null ? null : entry.debit().value();
            credits[i] = entry == null ? null : entry.credit().value();
            amounts[i] = amount(transfer);
            holds[i] = transfer.hold() == null ? null : transfer.hold().value();
            purposes[i] = transfer.memo().code();
            references[i] = transfer.memo().reference();
            eventTimes[i] = transfer.memo().eventTime().atOffset(ZoneOffset.UTC);
            expiries[i] = expiry(transfer);
        }
        database.execute(
                INSERT,
                val(ids), val(kinds), val(debits), val(credits), val(amounts),
                val(holds), val(purposes), val(references), val(eventTimes), val(expiries));
    }

    /// Whether this transaction may drain now; false while another one does.
    public boolean tryToDrain() {
        return database.fetchSingle("select pg_try_advisory_xact_lock({0})", val(DRAIN_LOCK))
                .get(0, Boolean.class);
    }

    /// The oldest that wait.
    public List<Waiting> oldest(int limit) {
        return database.selectFrom(LEDGER_METER_OUTBOX)
                .orderBy(LEDGER_METER_OUTBOX.POSITION)
                .limit(limit)
                .fetch(row -> new Waiting(row.getPosition(), transfer(row)));
    }

    /// Takes out what was judged.
    public void remove(List<Waiting> group) {
        var positions = group.stream().map(Waiting::position).toArray(Long[]::new);
        database.execute("delete from ledger_meter_outbox where position = any({0})", val(positions));
    }

    public void keepRefused(Waiting waiting, Status status, Instant now) {
        var transfer = waiting.transfer();
        database.insertInto(LEDGER_METER_REFUSAL)
                .set(LEDGER_METER_REFUSAL.POSITION, waiting.position())
                .set(LEDGER_METER_REFUSAL.TRANSFER_ID, transfer.id().value())
                .set(LEDGER_METER_REFUSAL.STATUS, status.name())
                .set(LEDGER_METER_REFUSAL.PURPOSE, transfer.memo().code())
                .set(LEDGER_METER_REFUSAL.REFERENCE, transfer.memo().reference())
                .set(LEDGER_METER_REFUSAL.AMOUNT, amount(transfer))
                .set(LEDGER_METER_REFUSAL.REFUSED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    public long refusedCount() {
        return database.fetchCount(LEDGER_METER_REFUSAL);
    }

    private static Transfer transfer(LedgerMeterOutboxRecord row) {
        var memo = new Memo(row.getPurpose(), row.getEventAt().toInstant(), row.getReference());
        return new Transfer(new TransferId(row.getId()), movement(row), false, memo);
    }

    private static Movement movement(LedgerMeterOutboxRecord row) {
        return switch (Movement.Kind.valueOf(row.getKind())) {
            case POST -> new Movement.Post(entry(row));
            case HOLD -> new Movement.Hold(
                    entry(row), row.getExpiresAt() == null ? null : row.getExpiresAt().toInstant());
            case CAPTURE -> new Movement.Capture(new TransferId(row.getHoldId()), row.getAmount());
            case RELEASE -> new Movement.Release(new TransferId(row.getHoldId()));
        };
    }

    private static Entry entry(LedgerMeterOutboxRecord row) {
        return new Entry(new AccountId(row.getDebitId()), new AccountId(row.getCreditId()), row.getAmount());
    }

    private static @Nullable Entry entry(Transfer transfer) {
        return switch (transfer.movement()) {
            case Movement.Post(var entry) -> entry;
            case Movement.Hold(var entry, _) -> entry;
            case Movement.Capture _, Movement.Release _ -> null;
        };
    }

    private static long amount(Transfer transfer) {
        return switch (transfer.movement()) {
            case Movement.Post(var entry) -> entry.amount();
            case Movement.Hold(var entry, _) -> entry.amount();
            case Movement.Capture(_, var amount) -> amount;
            case Movement.Release _ -> 0;
        };
    }

    private static @Nullable OffsetDateTime expiry(Transfer transfer) {
        return transfer.movement() instanceof Movement.Hold(_, var expiresAt) && expiresAt != null
                ? expiresAt.atOffset(ZoneOffset.UTC)
                : null;
    }
}
