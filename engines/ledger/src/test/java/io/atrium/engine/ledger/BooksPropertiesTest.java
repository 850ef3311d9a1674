// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static io.atrium.engine.ledger.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Laws that hold for any batch. Ids are few on purpose, so that repeats, settlements and collisions are common.
class BooksPropertiesTest {
    private static final TestBooks NAMES = new TestBooks();

    @Property(tries = 500, seed = "20261122")
    void booksAreSoundAfterAnyBatch(@ForAll("batches") List<Transfer> batch) {
        var books = new TestBooks();
        books.door.post(batch, NOW);
        assertThat(books.door.prove().isSound()).isTrue();
    }

    @Property(tries = 500, seed = "20261122")
    void repeatOfABatchMovesNothing(@ForAll("batches") List<Transfer> batch) {
        var books = new TestBooks();
        var applied = onlyApplied(batch, books.door.post(batch, NOW));
        var before = books.door.prove();
        assertThat(books.door.post(applied, NOW)).allMatch(status -> status == Status.EXISTS);
        assertThat(books.door.prove()).isEqualTo(before);
    }

    @Property(tries = 500, seed = "20261122")
    void cuttingABatchBetweenChainsChangesNoAnswer(@ForAll("batches") List<Transfer> batch) {
        var whole = new TestBooks();
        var cut = new TestBooks();
        var answers = new ArrayList<Status>();
        for (var chain : chains(batch)) {
            answers.addAll(cut.door.post(chain, NOW));
        }
        assertThat(answers).isEqualTo(whole.door.post(batch, NOW));
        assertThat(cut.door.prove()).isEqualTo(whole.door.prove());
    }

    private static List<Transfer> onlyApplied(List<Transfer> batch, List<Status> statuses) {
        var applied = new ArrayList<Transfer>();
        for (int i = 0; i < batch.size(); i++) {
            if (statuses.get(i) == Status.APPLIED) {
                applied.add(batch.get(i));
            }
        }
        if (!applied.isEmpty() && applied.getLast().linked()) {
            throw new AssertionError("an open chain was applied");
        }
        return applied;
    }

    private static List<List<Transfer>> chains(List<Transfer> batch) {
        var chains = new ArrayList<List<Transfer>>();
        var chain = new ArrayList<Transfer>();
        for (var transfer : batch) {
            chain.add(transfer);
            if (!transfer.linked()) {
                chains.add(List.copyOf(chain));
                chain.clear();
            }
        }
        chains.add(chain);
        return chains;
    }

    @Provide
    Arbitrary<List<Transfer>> batches() {
        var ids = Arbitraries.longs().between(1, 12);
        var links = Arbitraries.integers().between(0, 3);
        return Combinators.combine(movements(), ids, links)
                .as((movement, id, link) -> new Transfer(TestBooks.id(id), movement, link == 0, TestBooks.MEMO))
                .list()
                .ofMaxSize(25);
    }

    private static Arbitrary<Movement> movements() {
        var amounts = Arbitraries.longs().between(-1, 600);
        var holds = Arbitraries.longs().between(1, 12).map(TestBooks::id);
        var entries = Combinators.combine(accounts(), accounts(), amounts).as(Entry::new);
        return Arbitraries.oneOf(
                entries.map(Movement.Post::new),
                entries.map(entry -> new Movement.Hold(entry, null)),
                Combinators.combine(holds, amounts).as(Movement.Capture::new),
                holds.map(Movement.Release::new));
    }

    private static Arbitrary<AccountId> accounts() {
        return Arbitraries.of(NAMES.budget, NAMES.voucher, NAMES.firm, NAMES.fund, NAMES.closed, NAMES.gpus);
    }
}
