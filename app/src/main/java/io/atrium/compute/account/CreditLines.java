// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.account;

import static io.atrium.jooq.Tables.CREDIT_BILL_NOW;
import static io.atrium.jooq.Tables.CREDIT_REDUCTION;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.CreditSettings;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.Balances;
import io.atrium.ledger.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Credit lines that are reduced because a bill stayed unpaid (额度压降). A reduction touches nothing that is held: what
/// runs goes on. It only leaves less for new holds.
///
/// ```
/// line 200,000, reduced to 20 %    ->  40,000 counts
/// used and held 15,000             ->  25,000 may still be held
/// ```
@Component
public class CreditLines {

    private final DSLContext database;
    private final Ledger ledger;
    private final CreditSettings settings;
    private final BusinessClock clock;

    CreditLines(DSLContext database, Ledger ledger, CreditSettings settings, BusinessClock clock) {
        this.database = database;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /// A reduction that stands, and the bill that is to be paid.
    public record Reduction(OrgId firm, String bill, Instant since, Fen owed, LocalDate dueOn) {}

    @Transactional(readOnly = true)
    public Optional<Reduction> reduction(OrgId firm) {
        return database.select(
                        CREDIT_REDUCTION.BILL_ID,
                        CREDIT_REDUCTION.REDUCED_AT,
                        CREDIT_BILL_NOW.LEFT_FEN,
                        CREDIT_BILL_NOW.DUE_ON)
                .from(CREDIT_REDUCTION)
                .join(CREDIT_BILL_NOW)
                .on(CREDIT_BILL_NOW.ID.eq(CREDIT_REDUCTION.BILL_ID))
                .where(CREDIT_REDUCTION.FIRM_ID.eq(firm.value()), CREDIT_REDUCTION.RESTORED_AT.isNull())
                .fetchOptional(row -> new Reduction(
                        firm, row.value1(), row.value2().toInstant(), new Fen(row.value3()), row.value4()));
    }

    /// What may still be held of an own account with these balances.
    public Fen left(OrgId firm, Balances own) {
        return reduction(firm).isPresent() ? reduced(own) : new Fen(own.available());
    }

    private Fen reduced(Balances own) {
        var line = new Fen(own.creditLimit());
        var cut = line.minus(line.share(settings.reducedLine()));
        var left = new Fen(own.available()).minus(cut);
        return left.isNegative() ? Fen.ZERO : left;
    }

    /// Before anything is held: whether an own part could be. Refused: throws.
    @Transactional(readOnly = true)
    public void requireRoom(OrgId firm, Balances own, Fen ownPart) {
        if (ownPart.isPositive()) {
            reduction(firm)
                    .filter(_ -> ownPart.compareTo(reduced(own)) > 0)
                    .ifPresent(found -> refuse(found, reduced(own)));
        }
    }

    /// After an own part was held in this transaction, which therefore has the account to itself until it ends: refused
    /// when a reduced line did not bear it, and the hold is rolled back.
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireHeld(OrgId firm, Fen ownPart) {
        reduction(firm).ifPresent(found -> {
            var own = ledger.balances(JobAccounts.own(firm));
            var before = reduced(new Balances(
                    own.posted(),
                    own.held() - ownPart.value(),
                    own.incoming(),
                    own.creditLimit(),
                    own.available() + ownPart.value()));
            if (ownPart.compareTo(before) > 0) {
                refuse(found, before);
            }
        });
    }

    private static void refuse(Reduction found, Fen left) {
        throw new RefusedException(new Refusal(
                ComputeRefusal.CREDIT_LINE_REDUCED,
                Map.of("bill", found.bill(), "owed", found.owed(), "due_on", found.dueOn(), "available", left)));
    }

    /// False if it is reduced already.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reduce(OrgId firm, String bill) {
        return database.insertInto(CREDIT_REDUCTION)
                        .set(CREDIT_REDUCTION.FIRM_ID, firm.value())
                        .set(CREDIT_REDUCTION.BILL_ID, bill)
                        .set(CREDIT_REDUCTION.REDUCED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// False if it is whole.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean restore(OrgId firm) {
        return database.update(CREDIT_REDUCTION)
                        .set(CREDIT_REDUCTION.RESTORED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .where(CREDIT_REDUCTION.FIRM_ID.eq(firm.value()), CREDIT_REDUCTION.RESTORED_AT.isNull())
                        .execute()
                == 1;
    }
}
