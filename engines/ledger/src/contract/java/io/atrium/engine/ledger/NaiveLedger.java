// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// An independent, slow ledger to compare the engine with: a list of transfers and nothing else.
///
/// Every balance is added up from the whole list each time it is asked for, in numbers that cannot overflow.
/// It is written from the documented rules, as one ladder of `if`s, and shares no posting code with the engine.
final class NaiveLedger {
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Set<AccountId> closed = new HashSet<>();
    private List<Transfer> written = new ArrayList<>();

    void open(Account account) {
        accounts.put(account.id(), account);
    }

    void close(AccountId id) {
        closed.add(id);
    }

    List<Status> post(List<Transfer> batch, Instant now) {
        var answers = new ArrayList<Status>();
        var chain = new ArrayList<Transfer>();
        for (var transfer : batch) {
            chain.add(transfer);
            if (!transfer.linked()) {
                answers.addAll(postChain(chain, now));
                chain.clear();
            }
        }
        for (int i = 0; i < chain.size(); i++) {
            answers.add(i == chain.size() - 1 ? Status.LINKED_CHAIN_OPEN : Status.LINKED_EVENT_FAILED);
        }
        return answers;
    }

    private List<Status> postChain(List<Transfer> chain, Instant now) {
        var before = List.copyOf(written);
        var answers = new ArrayList<Status>();
        for (var transfer : chain) {
            var answer = judge(transfer, now);
            answers.add(answer);
            if (answer == Status.APPLIED) {
                written.add(transfer);
            } else if (answer != Status.EXISTS) {
                written = new ArrayList<>(before);
                var refused = new ArrayList<Status>();
                for (int i = 0; i < chain.size(); i++) {
                    refused.add(i == answers.size() - 1 ? answer : Status.LINKED_EVENT_FAILED);
                }
                return refused;
            }
        }
        return answers;
    }

    private Status judge(Transfer transfer, Instant now) {
        var earlier = find(transfer.id());
        if (earlier.isPresent()) {
            return compare(transfer, earlier.get());
        }
        return switch (transfer.movement()) {
            case Movement.Post(var entry) -> judgeEntry(entry);
            case Movement.Hold(var entry, var expiresAt) -> judgeHold(entry, Optional.ofNullable(expiresAt), now);
            case Movement.Capture(var hold, var amount) -> judgeCapture(hold, amount, now);
            case Movement.Release(var hold) -> judgeSettlement(hold);
        };
    }

    private static Status compare(Transfer asked, Transfer earlier) {
        if (asked.unlinked().equals(earlier.unlinked())) {
            return Status.EXISTS;
        }
        if (!asked.movement().getClass().equals(earlier.movement().getClass())) {
            return Status.EXISTS_WITH_DIFFERENT_KIND;
        }
        if (asked.movement() instanceof Movement.Hold a && earlier.movement() instanceof Movement.Hold b) {
            if (!a.entry().equals(b.entry())) {
                return compareEntries(a.entry(), b.entry());
            }
            if (!Objects.equals(a.expiresAt(), b.expiresAt())) {
                return Status.EXISTS_WITH_DIFFERENT_EXPIRY;
            }
        }
        if (asked.movement() instanceof Movement.Post(var a) && earlier.movement() instanceof Movement.Post(var b)
                && !a.equals(b)) {
            return compareEntries(a, b);
        }
        if (!Objects.equals(asked.hold(), earlier.hold())) {
            return Status.EXISTS_WITH_DIFFERENT_HOLD;
        }
        if (!asked.movement().equals(earlier.movement())) {
            return Status.EXISTS_WITH_DIFFERENT_AMOUNT;
        }
        if (!asked.memo().code().equals(earlier.memo().code())) {
            return Status.EXISTS_WITH_DIFFERENT_CODE;
        }
        return asked.memo().eventTime().equals(earlier.memo().eventTime())
                ? Status.EXISTS_WITH_DIFFERENT_REFERENCE
                : Status.EXISTS_WITH_DIFFERENT_EVENT_TIME;
    }

    private static Status compareEntries(Entry asked, Entry earlier) {
        if (!asked.debit().equals(earlier.debit())) {
            return Status.EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT;
        }
        return asked.credit().equals(earlier.credit())
                ? Status.EXISTS_WITH_DIFFERENT_AMOUNT
                : Status.EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT;
    }

    private Status judgeHold(Entry entry, Optional<Instant> expiresAt, Instant now) {
        boolean expired = expiresAt.isPresent() && expiresAt.get().compareTo(now) <= 0;
        boolean sound = entry.amount() > 0 && !entry.debit().equals(entry.credit());
        return sound && expired ? Status.EXPIRY_NOT_IN_FUTURE : judgeEntry(entry);
    }

    private Status judgeEntry(Entry entry) {
        if (entry.amount() < 1) {
            return Status.AMOUNT_NOT_POSITIVE;
        }
        if (entry.debit().equals(entry.credit())) {
            return Status.ACCOUNTS_ARE_THE_SAME;
        }
        if (!accounts.containsKey(entry.debit())) {
            return Status.DEBIT_ACCOUNT_NOT_FOUND;
        }
        if (!accounts.containsKey(entry.credit())) {
            return Status.CREDIT_ACCOUNT_NOT_FOUND;
        }
        var debit = accounts.get(entry.debit());
        var credit = accounts.get(entry.credit());
        if (debit.asset() != credit.asset()) {
            return Status.ASSETS_DIFFER;
        }
        if (closed.contains(entry.debit())) {
            return Status.DEBIT_ACCOUNT_CLOSED;
        }
        if (closed.contains(entry.credit())) {
            return Status.CREDIT_ACCOUNT_CLOSED;
        }
        return judgeRoom(entry, debit.rule(), credit.rule());
    }

    private Status judgeRoom(Entry entry, AccountRule debitRule, AccountRule creditRule) {
        var amount = BigInteger.valueOf(entry.amount());
        var debit = columns(entry.debit());
        var credit = columns(entry.credit());
        var debits = debit[0].add(debit[1]).add(amount);
        var credits = credit[2].add(credit[3]).add(amount);
        if (debits.compareTo(LONG_MAX) > 0) {
            return Status.DEBIT_ACCOUNT_OVERFLOWS;
        }
        if (credits.compareTo(LONG_MAX) > 0) {
            return Status.CREDIT_ACCOUNT_OVERFLOWS;
        }
        var cover = debit[3].add(BigInteger.valueOf(debitRule.creditLimit()));
        if (debitRule.limit() == AccountRule.Limit.DEBITS_WITHIN_CREDITS && debits.compareTo(cover) > 0) {
            return Status.DEBITS_EXCEED_CREDITS;
        }
        if (creditRule.limit() == AccountRule.Limit.CREDITS_WITHIN_DEBITS && credits.compareTo(credit[1]) > 0) {
            return Status.CREDITS_EXCEED_DEBITS;
        }
        return Status.APPLIED;
    }

    private Status judgeCapture(TransferId holdId, long amount, Instant now) {
        if (amount < 1) {
            return Status.AMOUNT_NOT_POSITIVE;
        }
        var answer = judgeSettlement(holdId);
        if (answer != Status.APPLIED) {
            return answer;
        }
        var hold = (Movement.Hold) find(holdId).orElseThrow().movement();
        if (hold.expiresAt() != null && hold.expiresAt().compareTo(now) <= 0) {
            return Status.HOLD_EXPIRED;
        }
        return amount > hold.entry().amount() ? Status.CAPTURE_EXCEEDS_HOLD : Status.APPLIED;
    }

    private Status judgeSettlement(TransferId holdId) {
        var hold = find(holdId);
        if (hold.isEmpty()) {
            return Status.HOLD_NOT_FOUND;
        }
        if (!(hold.get().movement() instanceof Movement.Hold)) {
            return Status.HOLD_NOT_A_HOLD;
        }
        return settlementOf(holdId)
                .map(by -> by.movement() instanceof Movement.Capture
                        ? Status.HOLD_ALREADY_CAPTURED
                        : Status.HOLD_ALREADY_RELEASED)
                .orElse(Status.APPLIED);
    }

    private Optional<Transfer> find(TransferId id) {
        return written.stream().filter(transfer -> transfer.id().equals(id)).findFirst();
    }

    private Optional<Transfer> settlementOf(TransferId hold) {
        return written.stream().filter(transfer -> hold.equals(transfer.hold())).findFirst();
    }

    /// The four columns of every account, added up from the whole list.
    Map<AccountId, Balances> balances() {
        var balances = new LinkedHashMap<AccountId, Balances>();
        for (var id : accounts.keySet()) {
            var columns = columns(id);
            balances.put(id, new Balances(columns[0].longValueExact(), columns[1].longValueExact(),
                    columns[2].longValueExact(), columns[3].longValueExact()));
        }
        return balances;
    }

    private BigInteger[] columns(AccountId id) {
        var columns = new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
        for (var transfer : written) {
            switch (transfer.movement()) {
                case Movement.Post(var entry) -> add(columns, id, entry, 1);
                case Movement.Hold(var entry, _) -> {
                    if (settlementOf(transfer.id()).isEmpty()) {
                        add(columns, id, entry, 0);
                    }
                }
                case Movement.Capture(var hold, var amount) -> {
                    var held = ((Movement.Hold) find(hold).orElseThrow().movement()).entry();
                    add(columns, id, new Entry(held.debit(), held.credit(), amount), 1);
                }
                case Movement.Release _ -> { /* the hold no longer counts, and nothing else does */ }
            }
        }
        return columns;
    }

    private static void add(BigInteger[] columns, AccountId id, Entry entry, int column) {
        if (entry.debit().equals(id)) {
            columns[column] = columns[column].add(BigInteger.valueOf(entry.amount()));
        }
        if (entry.credit().equals(id)) {
            columns[2 + column] = columns[2 + column].add(BigInteger.valueOf(entry.amount()));
        }
    }
}
