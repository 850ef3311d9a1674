// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.engine.ledger.Account;
import io.atrium.engine.ledger.AccountId;
import io.atrium.engine.ledger.AccountRule;
import io.atrium.engine.ledger.Asset;
import io.atrium.engine.ledger.Books;
import io.atrium.engine.ledger.Entry;
import io.atrium.engine.ledger.InMemoryLedgerStore;
import io.atrium.engine.ledger.Memo;
import io.atrium.engine.ledger.Proof;
import io.atrium.engine.ledger.Transfer;
import io.atrium.engine.ledger.TransferId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Books in memory that are fed with lines of text; names stand for accounts and transfers.
final class LedgerReplay {

    /// One line and what the engine said.
    record Step(String line, String status, boolean isApplied) {}

    private static final Instant NOW = Instant.EPOCH; // no line depends on the time
    private static final Memo MEMO = new Memo("REPLAY", NOW, "");

    private final Books books = new Books(new InMemoryLedgerStore());
    private final List<Step> steps = new ArrayList<>();

    void accept(String line) {
        var words = List.of(line.strip().split("\\s*,\\s*"));
        switch (words.getFirst()) {
            case "open" -> open(line, words);
            case "post", "hold", "capture", "release" -> apply(line, transfer(words));
            default -> throw new IllegalArgumentException("unknown word '" + words.getFirst() + "'");
        }
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    boolean isAllApplied() {
        return steps.stream().allMatch(Step::isApplied);
    }

    Proof prove() {
        return books.prove();
    }

    private void open(String line, List<String> words) {
        requireWords(words, 4);
        var rule = words.get(3).equals("free")
                ? AccountRule.FREE
                : AccountRule.debitsWithinCredits(Long.parseLong(words.get(3)));
        var status = books.open(Account.opened(account(words.get(1)), Asset.valueOf(words.get(2)), rule));
        steps.add(new Step(line, status.toString(), status.isSuccess()));
    }

    private void apply(String line, Transfer transfer) {
        var status = books.post(List.of(transfer), NOW).getFirst();
        steps.add(new Step(line, status.toString(), status.isSuccess()));
    }

    private static Transfer transfer(List<String> words) {
        return switch (words.getFirst()) {
            case "post" -> Transfer.post(id(words, 1), entry(words), MEMO);
            case "hold" -> Transfer.hold(id(words, 1), entry(words), null, MEMO);
            case "capture" -> Transfer.capture(id(words, 1), id(words, 2), amount(words, 3), MEMO);
            default -> Transfer.release(id(words, 1), id(words, 2), MEMO);
        };
    }

    private static Entry entry(List<String> words) {
        requireWords(words, 5);
        return new Entry(account(words.get(2)), account(words.get(3)), amount(words, 4));
    }

    private static TransferId id(List<String> words, int index) {
        requireWords(words, index + 1);
        return new TransferId(named("transfer " + words.get(index)));
    }

    private static long amount(List<String> words, int index) {
        requireWords(words, index + 1);
        return Long.parseLong(words.get(index));
    }

    private static AccountId account(String name) {
        return new AccountId(named("account " + name));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireWords(List<String> words, int count) {
        if (words.size() < count) throw new IllegalArgumentException("needs " + count + " words");
    }
}
