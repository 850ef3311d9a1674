// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.statement;

import io.atrium.ledger.AccountCode;
import io.atrium.ledger.PeriodView;
import io.atrium.ledger.Standing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Accounts of one kind over a month (对账单分栏): all vouchers, the own part, or a receivable. What it closes with is
/// what it opened with and its lines; the ledger's own closing must say the same.
public record StatementSection(Kind kind, Standing opening, List<StatementLine> lines, Standing closing) {

    public enum Kind {
        VOUCHERS,
        OWN,
        RECEIVABLE,
        OTHER;

        static Kind of(AccountCode account) {
            return switch (account.role()) {
                case "voucher.balance" -> VOUCHERS;
                case "firm.own" -> OWN;
                case "provider.receivable" -> RECEIVABLE;
                default -> OTHER;
            };
        }
    }

    /// @param names of jobs by id
    static StatementSection of(Kind kind, PeriodView period, Map<String, String> names) {
        var opening = sum(period.opening());
        var standing = opening;
        var lines = new ArrayList<StatementLine>(period.lines().size());
        for (var line : period.lines()) {
            standing = standing.after(line.entry());
            var reference = line.entry().reference();
            lines.add(new StatementLine(
                    LineKind.of(line.entry()),
                    line.account(),
                    line.entry(),
                    names.getOrDefault(reference, reference),
                    standing));
        }
        return new StatementSection(kind, opening, List.copyOf(lines), sum(period.closing()));
    }

    /// Opening and lines give the closing: otherwise a line is missing, or the books are wrong.
    public boolean addsUp() {
        return (lines.isEmpty() ? opening : lines.getLast().after()).equals(closing);
    }

    /// What each kind of line moved in all; kinds without a line are left out.
    public Map<LineKind, Standing> sums() {
        var sums = new EnumMap<LineKind, Standing>(LineKind.class);
        for (var line : lines) {
            var moved = new Standing(line.entry().posted(), line.entry().held());
            sums.merge(line.kind(), moved, Standing::plus);
        }
        return sums;
    }

    private static Standing sum(Map<AccountCode, Standing> standings) {
        return standings.values().stream().reduce(Standing.NOTHING, Standing::plus);
    }
}
