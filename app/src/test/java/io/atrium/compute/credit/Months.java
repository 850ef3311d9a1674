// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.compute.account.CreditLines;
import io.atrium.identity.Audit;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets months go by for one firm, without moving the clock that all tests share.
@TestComponent
public class Months {

    private final CreditBillStore store;
    private final CreditBooks books;
    private final CreditTerms terms;
    private final CreditLines lines;
    private final CreditNotices notices;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;
    private final DSLContext database;
    private final TransactionTemplate transaction;

    Months(
            CreditBillStore store,
            CreditBooks books,
            CreditTerms terms,
            CreditLines lines,
            CreditNotices notices,
            Audit audit,
            Ids ids,
            BusinessClock clock,
            DSLContext database,
            TransactionTemplate transaction) {
        this.store = store;
        this.books = books;
        this.terms = terms;
        this.lines = lines;
        this.notices = notices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.database = database;
        this.transaction = transaction;
    }

    /// The work of the days, as it is done in a month from now.
    CreditDays in(int months) {
        var first = YearMonth.from(clock.today()).plusMonths(months).atDay(1);
        return daysOn(first);
    }

    private CreditDays daysOn(LocalDate day) {
        var then = new Fixed(day.atTime(9, 0).atZone(BusinessClock.ZONE).toInstant());
        var standings = new CreditStandings(store, terms, lines, notices, audit, then);
        return new CreditDays(store, books, terms, standings, notices, audit, ids, then, transaction);
    }

    /// What the month used so far is billed, as if it were over.
    public void close(OrgId firm, int months) {
        transaction.executeWithoutResult(_ -> in(months).of(firm));
    }

    /// Today's work for the firm.
    void today(OrgId firm) {
        transaction.executeWithoutResult(_ -> daysOn(clock.today()).of(firm));
    }

    /// The bill was due so many days ago; the row itself cannot be changed, other than by who owns the database.
    void dueDaysAgo(CreditBillId bill, int days) {
        transaction.executeWithoutResult(_ -> {
            database.execute("set local session_replication_role = replica");
            database.execute(
                    "update credit_bill set due_on = ?::date where id = ?",
                    clock.today().minusDays(days).toString(),
                    bill.value());
        });
    }

    private record Fixed(Instant instant) implements BusinessClock {

        @Override
        public Instant advance(Duration by) {
            throw new UnsupportedOperationException("it stands still");
        }
    }
}
