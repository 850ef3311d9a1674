// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import io.atrium.engine.ledger.Movement.Kind;
import java.util.function.Predicate;

/// The answer to one transfer, and the rule book: **the first constant whose check fires is the answer.**
///
/// The order goes from what concerns only the batch to what depends on the state of the accounts, so that a repeat is
/// recognised whatever has changed since, a malformed request never reads as "no money", and limits come last.
/// Each check may rely on all earlier ones having stayed silent.
public enum Status {
    // The chain.
    /// The batch ends on a linked transfer, so its chain has no end.
    LINKED_CHAIN_OPEN(Judged::leavesChainOpen),
    /// Another transfer of the same chain failed.
    LINKED_EVENT_FAILED(Judged::isInFailedChain),

    // Identity: the id is already in the books.
    EXISTS_WITH_DIFFERENT_KIND(judged -> judged.repeatDiffers(Repeat::kind)),
    EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT(judged -> judged.repeatDiffers(Repeat::debit)),
    EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT(judged -> judged.repeatDiffers(Repeat::credit)),
    EXISTS_WITH_DIFFERENT_HOLD(judged -> judged.repeatDiffers(Repeat::hold)),
    EXISTS_WITH_DIFFERENT_AMOUNT(judged -> judged.repeatDiffers(Repeat::amount)),
    EXISTS_WITH_DIFFERENT_EXPIRY(judged -> judged.repeatDiffers(Repeat::expiry)),
    EXISTS_WITH_DIFFERENT_CODE(judged -> judged.repeatDiffers(Repeat::code)),
    EXISTS_WITH_DIFFERENT_EVENT_TIME(judged -> judged.repeatDiffers(Repeat::eventTime)),
    EXISTS_WITH_DIFFERENT_REFERENCE(judged -> judged.repeatDiffers(Repeat::reference)),
    /// Success: the very same transfer was applied before, and nothing was moved now.
    EXISTS(Judged::isRepeat),

    // Form: wrong whatever the books say.
    AMOUNT_NOT_POSITIVE(Judged::hasNoAmount),
    ACCOUNTS_ARE_THE_SAME(Judged::movesInCircle),
    /// The hold would be expired before it begins.
    EXPIRY_NOT_IN_FUTURE(Judged::holdsIntoThePast),

    // The hold that a capture or release names.
    HOLD_NOT_FOUND(Judged::namesUnknownHold),
    /// The id that was named is a transfer, but of another kind.
    HOLD_NOT_A_HOLD(Judged::namesOtherThanHold),
    HOLD_ALREADY_CAPTURED(judged -> judged.holdWasSettledBy(Kind.CAPTURE)),
    HOLD_ALREADY_RELEASED(judged -> judged.holdWasSettledBy(Kind.RELEASE)),
    /// Too late to capture; an expired hold may still be released.
    HOLD_EXPIRED(Judged::capturesTooLate),
    CAPTURE_EXCEEDS_HOLD(Judged::capturesTooMuch),

    // The accounts. A hold that was granted is settled without looking at its accounts again.
    DEBIT_ACCOUNT_NOT_FOUND(Judged::lacksDebitAccount),
    CREDIT_ACCOUNT_NOT_FOUND(Judged::lacksCreditAccount),
    ASSETS_DIFFER(Judged::crossesAssets),
    DEBIT_ACCOUNT_CLOSED(judged -> judged.opensEntry() && judged.debit().closed()),
    CREDIT_ACCOUNT_CLOSED(judged -> judged.opensEntry() && judged.credit().closed()),

    // Room.
    DEBIT_ACCOUNT_OVERFLOWS(Judged::overflowsDebit),
    CREDIT_ACCOUNT_OVERFLOWS(Judged::overflowsCredit),
    /// The debit account has not enough available, credit line included.
    DEBITS_EXCEED_CREDITS(Judged::overdrawsDebit),
    /// The credit account would receive more than it has paid out.
    CREDITS_EXCEED_DEBITS(Judged::overfillsCredit),

    /// Success: nothing objected, and the transfer is in the books.
    APPLIED(_ -> true);

    private final Predicate<Judged> check;

    Status(Predicate<Judged> check) {
        this.check = check;
    }

    private static final Status[] PRECEDENCE = values();

    /// Whether the transfer is in the books now.
    public boolean isSuccess() {
        return this == APPLIED || this == EXISTS;
    }

    static Status of(Judged judged) {
        for (var status : PRECEDENCE) {
            if (status.check.test(judged)) {
                return status;
            }
        }
        throw new AssertionError("APPLIED accepts everything");
    }
}
