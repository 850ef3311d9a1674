// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

import io.atrium.engine.ledger.audit.AccountRow.Columns;
import io.atrium.engine.ledger.audit.AuditReport.TrialLine;
import io.atrium.engine.ledger.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Adds the whole ledger up again and checks the chain of seals (复核). Give it every transfer in order of position, then
/// every account, then ask for the [#report()]; all of one snapshot of the database.
///
/// What it cannot see: a credit line or a name that was changed, for those are no transfers; and a chain that was
/// rewritten whole, unless somebody noted one of its hashes before.
public final class Audit {
    /// Enough to see what happened: whoever deletes a table shall not fill the memory.
    public static final int FINDINGS_MAX = 1_000;

    private final List<Finding> findings = new ArrayList<>();
    private final Set<Hash> wanted;
    private final ChainCheck chain;
    private final Map<UUID, Columns> recounted = new HashMap<>();
    private final Map<UUID, Long> openHolds = new HashMap<>();
    private final Map<String, TrialLine> trial = new TreeMap<>();
    private long accounts;
    private long transfers;

    /// @param seals in the order of their numbers
    /// @param noted hashes that somebody noted earlier
    public Audit(Iterator<Seal> seals, Set<Hash> noted) {
        this.wanted = new HashSet<>(noted);
        this.chain = new ChainCheck(seals, wanted, this::found);
    }

    /// The next transfer, in order of position.
    public void add(TransferRow transfer) {
        transfers++;
        chain.add(transfer);
        if (transfer.amount() <= 0) {
            impossible(transfer, "its amount is " + transfer.amount());
        }
        switch (transfer.kind()) {
            case "POST" -> move(transfer, 0, transfer.amount());
            case "HOLD" -> {
                openHolds.put(transfer.id(), transfer.amount());
                move(transfer, transfer.amount(), 0);
            }
            case "CAPTURE" -> move(transfer, -settledHold(transfer), transfer.amount());
            case "RELEASE" -> move(transfer, -settledHold(transfer), 0);
            default -> impossible(transfer, "its kind is " + transfer.kind());
        }
    }

    /// An account, in any order, after the transfers.
    public void add(AccountRow account) {
        accounts++;
        trial.merge(
                account.asset(),
                TrialLine.zero(account.asset()).plus(account.columns()),
                (line, _) -> line.plus(account.columns()));
        var expected = recounted.remove(account.id());
        if (!account.columns().equals(expected == null ? Columns.NOTHING : expected)) {
            found(new Finding(
                    Kind.BALANCE_DIFFERS,
                    account.name(),
                    "has " + account.columns() + "; its transfers give "
                            + (expected == null ? Columns.NOTHING : expected)));
        }
        if (!account.isWithinItsLimit()) {
            found(new Finding(
                    Kind.LIMIT_EXCEEDED,
                    account.name(),
                    "has " + account.columns() + " under the rule " + account.rule() + " with a credit line of "
                            + account.creditLimit()));
        }
    }

    public AuditReport report() {
        chain.finish();
        wanted.forEach(hash ->
                found(new Finding(Kind.HEAD_UNKNOWN, "seal with hash " + hash, "is not in the chain any more")));
        recounted.forEach((id, columns) -> found(
                new Finding(Kind.BALANCE_DIFFERS, id.toString(), "does not exist; its transfers give " + columns)));
        trial.values().stream()
                .filter(line -> !line.isBalanced())
                .forEach(line -> found(new Finding(
                        Kind.TRIAL_BALANCE_OFF,
                        line.asset(),
                        "debits %d posted, %d held; credits %d posted, %d held"
                                .formatted(
                                        line.debitsPosted(),
                                        line.debitsHeld(),
                                        line.creditsPosted(),
                                        line.creditsHeld()))));
        return new AuditReport(
                List.copyOf(findings),
                List.copyOf(trial.values()),
                accounts,
                transfers,
                chain.sealedCount(),
                chain.sealCount(),
                chain.head());
    }

    private void move(TransferRow transfer, long pending, long posted) {
        recounted.merge(transfer.debit(), new Columns(pending, posted, 0, 0), Columns::plus);
        recounted.merge(transfer.credit(), new Columns(0, 0, pending, posted), Columns::plus);
    }

    private long settledHold(TransferRow transfer) {
        var held = transfer.hold() == null ? null : openHolds.remove(transfer.hold());
        if (held == null) {
            impossible(transfer, "it settles no open hold");
            return 0;
        }
        if (transfer.amount() > held) {
            impossible(transfer, "it settles a hold of " + held + " with " + transfer.amount());
        }
        return held;
    }

    private void impossible(TransferRow transfer, String detail) {
        found(new Finding(
                Kind.TRANSFER_IMPOSSIBLE,
                "transfer at position " + transfer.position() + " (" + transfer.id() + ")",
                detail));
    }

    private void found(Finding finding) {
        if (findings.size() < FINDINGS_MAX) {
            findings.add(finding);
        }
    }
}
