// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One transfer and everything that is known when it is judged; the questions that [Status] asks, in its order.
final class Judged {
    private final Transfer transfer;
    private final Chain chain;
    private final Instant now;
    private final @Nullable Booking existing;
    private final @Nullable Booking hold;
    private final @Nullable Booking settlement;
    private final @Nullable Entry entry;
    private final @Nullable Account debit;
    private final @Nullable Account credit;

    /// Where the transfer stands in its chain.
    enum Chain { SOUND, OPEN_END, FAILED }

    Judged(Transfer transfer, Chain chain, WorkingBooks books, Instant now) {
        this.transfer = transfer;
        this.chain = chain;
        this.now = now;
        existing = books.booking(transfer.id());
        var holdId = transfer.hold();
        hold = holdId == null ? null : books.booking(holdId);
        settlement = holdId == null ? null : books.settlement(holdId);
        entry = entry(transfer, hold);
        debit = entry == null ? null : books.account(entry.debit());
        credit = entry == null ? null : books.account(entry.credit());
    }

    /// The accounts and amount that would be booked; unknown while the hold is.
    private static @Nullable Entry entry(Transfer transfer, @Nullable Booking hold) {
        return switch (transfer.movement()) {
            case Movement.Post(var entry) -> entry;
            case Movement.Hold(var entry, _) -> entry;
            case Movement.Capture(_, var amount) -> hold == null ? null : hold.entry().ofAmount(amount);
            case Movement.Release _ -> hold == null ? null : hold.entry();
        };
    }

    boolean leavesChainOpen() {
        return chain == Chain.OPEN_END;
    }

    boolean isInFailedChain() {
        return chain == Chain.FAILED;
    }

    boolean isRepeat() {
        return existing != null;
    }

    boolean repeatDiffers(Predicate<Repeat> sameField) {
        return existing != null && new Repeat(transfer, existing.transfer()).differsIn(sameField);
    }

    boolean hasNoAmount() {
        return switch (transfer.movement()) {
            case Movement.Post(var own) -> own.amount() <= 0;
            case Movement.Hold(var own, _) -> own.amount() <= 0;
            case Movement.Capture(_, var amount) -> amount <= 0;
            case Movement.Release _ -> false;
        };
    }

    boolean movesInCircle() {
        var own = transfer.ownEntry();
        return own != null && own.debit().equals(own.credit());
    }

    boolean holdsIntoThePast() {
        return transfer.movement() instanceof Movement.Hold asked && asked.isExpired(now);
    }

    boolean namesUnknownHold() {
        return !opensEntry() && hold == null;
    }

    boolean namesOtherThanHold() {
        return hold != null && hold.kind() != Movement.Kind.HOLD;
    }

    boolean holdWasSettledBy(Movement.Kind kind) {
        return settlement != null && settlement.kind() == kind;
    }

    boolean capturesTooLate() {
        return transfer.movement() instanceof Movement.Capture
                && requireNonNull(hold).transfer().movement() instanceof Movement.Hold granted
                && granted.isExpired(now);
    }

    boolean capturesTooMuch() {
        return hold != null && entry().amount() > hold.entry().amount();
    }

    boolean lacksDebitAccount() {
        return debit == null;
    }

    boolean lacksCreditAccount() {
        return credit == null;
    }

    boolean crossesAssets() {
        return debit().asset() != credit().asset();
    }

    boolean overflowsDebit() {
        return opensEntry() && !debit().balances().hasRoomToDebit(entry().amount());
    }

    boolean overflowsCredit() {
        return opensEntry() && !credit().balances().hasRoomToCredit(entry().amount());
    }

    boolean overdrawsDebit() {
        return opensEntry() && !debit().rule().allowsDebits(debit().balances().debited(change()));
    }

    boolean overfillsCredit() {
        return opensEntry() && !credit().rule().allowsCredits(credit().balances().credited(change()));
    }

    /// Whether the transfer brings its own entry; else it settles a hold, which was checked when it was granted.
    boolean opensEntry() {
        return transfer.hold() == null;
    }

    Account debit() {
        return requireNonNull(debit);
    }

    Account credit() {
        return requireNonNull(credit);
    }

    Booking booked() {
        return new Booking(transfer, entry(), now);
    }

    Balances.Change change() {
        long held = hold == null ? 0 : hold.entry().amount();
        return Balances.Change.of(transfer.movement().kind(), entry().amount(), held);
    }

    private Entry entry() {
        return requireNonNull(entry);
    }
}
