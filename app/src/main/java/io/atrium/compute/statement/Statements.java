// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.statement;

import static java.util.stream.Collectors.groupingBy;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.Jobs;
import io.atrium.compute.lease.Leases;
import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.AccountView;
import io.atrium.ledger.Between;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.PeriodView;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// The front door of monthly statements (对账单): made from the ledger each time, so they cannot differ from it.
@Component
public class Statements {

    /// More than a firm books in a month; a statement that leaves lines out would not add up, so it is refused.
    static final int LINES_MAX = 10_000;

    private static final int ACCOUNTS_MAX = 1_000;

    private final Ledger ledger;
    private final Jobs jobs;
    private final Leases leases;
    private final BusinessClock clock;

    Statements(Ledger ledger, Jobs jobs, Leases leases, BusinessClock clock) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.leases = leases;
        this.clock = clock;
    }

    /// The months of an organisation, newest first, from the first of its accounts on; empty before that.
    @Transactional(readOnly = true)
    public List<YearMonth> months(OrgId organisation) {
        var first = accounts(organisation).stream()
                .map(AccountView::openedAt)
                .min(Comparator.naturalOrder())
                .map(opened -> YearMonth.from(opened.atZone(BusinessClock.ZONE)));
        var last = YearMonth.from(clock.today());
        return first.map(month -> Stream.iterate(last, each -> !each.isBefore(month), each -> each.minusMonths(1))
                        .limit(60)
                        .toList())
                .orElse(List.of());
    }

    /// The caller has checked whose statement may be read.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Statement of(OrgId organisation, YearMonth month) {
        var until = start(month.plusMonths(1));
        var period = new Between(start(month), until);
        var kinds = accounts(organisation).stream()
                .map(AccountView::code)
                .collect(groupingBy(
                        StatementSection.Kind::of,
                        () -> new EnumMap<>(StatementSection.Kind.class),
                        Collectors.toList()));
        var sections = kinds.entrySet().stream()
                .map(entry -> section(entry.getKey(), entry.getValue(), period))
                .toList();
        var now = clock.instant();
        return new Statement(organisation, month, until.isAfter(now), now, sections);
    }

    private StatementSection section(StatementSection.Kind kind, List<AccountCode> accounts, Between period) {
        var found = ledger.period(accounts, period, LINES_MAX + 1);
        if (found.lines().size() > LINES_MAX) {
            throw new RefusedException(Refusal.of(ComputeRefusal.STATEMENT_TOO_LONG, "max", LINES_MAX));
        }
        return StatementSection.of(kind, found, names(found));
    }

    private Map<String, String> names(PeriodView period) {
        var references = period.lines().stream()
                .map(line -> line.entry().reference())
                .distinct()
                .toList();
        var names = new HashMap<>(jobs.names(references));
        names.putAll(leases.namesOfPeriods(references));
        return names;
    }

    private List<AccountView> accounts(OrgId organisation) {
        return ledger.accounts(new Scope.Own(organisation), "cny/", 0, ACCOUNTS_MAX).stream()
                .filter(account -> account.code().asset() == Asset.CNY_FEN)
                .toList();
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessClock.ZONE).toInstant();
    }
}
