// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.web;

import io.atrium.ledger.AccountView;
import io.atrium.ledger.LedgerNames;
import io.atrium.ledger.TrialBalance;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `/ledger` shows.
///
/// @param trial null for readers of their own accounts only
public record AccountsPage(@Nullable Trial trial, ListQuery query, List<Field> filter, Table table, List<Row> rows) {

    public record Row(
            String href, String name, String owner, String code, String posted, String held, String available) {}

    /// The trial balance in words.
    ///
    /// @param at when it was made
    public record Trial(
            Tone tone,
            String verdict,
            String at,
            Form again,
            Table table,
            List<Line> lines,
            List<String> disagreeing) {}

    public record Line(String asset, String debits, String credits, String difference, String heldDifference) {}

    static AccountsPage of(
            List<AccountView> accounts,
            int count,
            LatestProof.@Nullable Dated proof,
            Map<String, LedgerNames.Named> names,
            ListQuery query,
            Text t) {
        var table = Table.of(
                        "ledger.accounts",
                        Empty.nothingYet("ledger.accounts.empty"),
                        count,
                        Column.text("ledger.column.account"),
                        Column.number("ledger.column.posted"),
                        Column.number("ledger.column.held"),
                        Column.number("ledger.column.available"))
                .paged(query, count)
                .exported(query);
        return new AccountsPage(
                proof == null ? null : trial(proof, t),
                query,
                List.of(Field.text("code", "ledger.filter.code").small()),
                table,
                accounts.stream().map(account -> row(account, names, t)).toList());
    }

    private static Row row(AccountView account, Map<String, LedgerNames.Named> names, Text t) {
        var owner = names.get(account.code().owner());
        var asset = account.code().asset();
        return new Row(
                AccountWords.href(account.code()),
                AccountWords.name(t, account.code()),
                owner == null ? "" : owner.text(),
                account.code().value(),
                AccountWords.amount(t, asset, account.balances().posted()),
                AccountWords.amount(t, asset, account.balances().held()),
                AccountWords.available(t, account));
    }

    private static Trial trial(LatestProof.Dated dated, Text t) {
        var proof = dated.trial();
        var lines = proof.lines().stream().filter(AccountsPage::isInUse).toList();
        var table = Table.of(
                "ledger.trial",
                Empty.nothingYet("ledger.accounts.empty"),
                lines.size(),
                Column.text("ledger.column.asset"),
                Column.number("ledger.column.debits"),
                Column.number("ledger.column.credits"),
                Column.number("ledger.column.difference"),
                Column.number("ledger.column.held-difference"));
        var verdict = t.of(
                proof.isBalanced() ? "ledger.trial.sound" : "ledger.trial.broken", proof.accounts(), proof.transfers());
        return new Trial(
                proof.isBalanced() ? Tone.GOOD : Tone.BAD,
                verdict,
                t.dateTimeShort(dated.at()),
                Form.to("/ledger/recount", "ledger.trial.again"),
                table,
                lines.stream().map(line -> line(line, t)).toList(),
                proof.disagreeing());
    }

    /// The book of the simulation stands here once something is in it.
    private static boolean isInUse(TrialBalance.Line line) {
        return !line.asset().isSimulated() || line.debits().signum() != 0;
    }

    private static Line line(TrialBalance.Line line, Text t) {
        return new Line(
                t.of("ledger.asset", line.asset()),
                amount(line, line.debits(), t),
                amount(line, line.credits(), t),
                amount(line, line.difference(), t),
                amount(line, line.heldDifference(), t));
    }

    /// Sums over all accounts may pass what one account can hold; then they are shown as they are, in the small unit.
    private static String amount(TrialBalance.Line line, BigInteger value, Text t) {
        return value.bitLength() < Long.SIZE
                ? AccountWords.amount(t, line.asset(), value.longValueExact())
                : value.toString();
    }
}
