// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.web;

import io.atrium.ledger.AccountView;
import io.atrium.ledger.EntryView;
import io.atrium.ledger.LedgerNames;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an account's statement shows: balances now, and its lines, newest first, each with the balance after it.
///
/// @param newestHref back to the newest lines; null when these are they
/// @param olderHref the lines before these; null when there are none
public record StatementPage(
        List<Fact> balances,
        Table table,
        List<Row> rows,
        @Nullable String newestHref,
        @Nullable String olderHref) {

    public record Row(
            String bookedAt,
            String machineTime,
            String purpose,
            String reference,
            @Nullable String referenceHref,
            String counterpart,
            String counterpartOwner,
            String posted,
            String held,
            String balance) {}

    /// Which lines these are, and what the ids in them are called.
    record Shown(boolean isOlder, boolean mayHaveMore, Map<String, LedgerNames.Named> names) {}

    static StatementPage of(AccountView account, List<EntryView> lines, Shown shown, ListQuery query, Text t) {
        var table = Table.of(
                        "ledger.statement.lines",
                        Empty.nothingYet("ledger.statement.empty"),
                        lines.size(),
                        Column.text("ledger.column.booked"),
                        Column.text("ledger.column.purpose"),
                        Column.text("ledger.column.counterpart"),
                        Column.number("ledger.column.posted-change"),
                        Column.number("ledger.column.held-change"),
                        Column.number("ledger.column.balance"))
                .exported(query);
        var href = AccountWords.href(account.code());
        return new StatementPage(
                balances(account, t),
                table,
                lines.stream().map(line -> row(account, line, shown.names(), t)).toList(),
                shown.isOlder() ? href : null,
                shown.mayHaveMore() ? href + "?before=" + lines.getLast().position() : null);
    }

    private static List<Fact> balances(AccountView account, Text t) {
        var asset = account.code().asset();
        var balances = account.balances();
        return List.of(
                Fact.of(t.of("ledger.column.code"), account.code().value()),
                Fact.of(t.of("ledger.column.posted"), AccountWords.amount(t, asset, balances.posted())),
                Fact.of(t.of("ledger.column.held"), AccountWords.amount(t, asset, balances.held())),
                Fact.of(t.of("ledger.column.credit-limit"), AccountWords.amount(t, asset, balances.creditLimit())),
                Fact.of(t.of("ledger.column.available"), AccountWords.available(t, account))
                        .total(),
                Fact.of(t.of("ledger.column.incoming"), AccountWords.amount(t, asset, balances.incoming())));
    }

    private static Row row(AccountView account, EntryView line, Map<String, LedgerNames.Named> names, Text t) {
        var reference = names.get(line.reference());
        var counterpart = names.get(line.counterpart().owner());
        var asset = account.code().asset();
        return new Row(
                t.dateTimeShort(line.bookedAt()),
                t.machineTime(line.bookedAt()),
                AccountWords.purpose(t, line.purpose()),
                reference == null ? line.reference() : reference.text(),
                reference == null ? null : reference.href(),
                AccountWords.name(t, line.counterpart()),
                counterpart == null ? "" : counterpart.text(),
                change(t, account, line.posted()),
                change(t, account, line.held()),
                AccountWords.amount(t, asset, line.balance()));
    }

    /// With a sign, so that in and out differ in more than colour; nothing for no change.
    private static String change(Text t, AccountView account, long value) {
        return value == 0
                ? ""
                : (value > 0 ? "+" : "") + AccountWords.amount(t, account.code().asset(), value);
    }
}
