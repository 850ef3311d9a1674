// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.group;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Collects what many callers ask for and commits it together: one transaction, one forced write of the disk. A caller
/// goes on when its own part is committed; one that comes alone waits for nobody.
///
/// ```
/// caller 1 ─┐
/// caller 2 ─┼─ waiting ─→ one writer: do all of it → commit ─→ answer each caller
/// caller n ─┘                  (meanwhile the next group gathers)
/// ```
///
/// There is one writer per node and it keeps nothing between two groups, so several nodes, and callers inside wider
/// transactions, work on the same rows at once.
///
/// @param <Q> what one caller asks for
/// @param <A> what it is told
public final class GroupWriter<Q, A> {
    /// Another transaction may take the same rows in another order; the database then ends one of the two.
    private static final int TRIES_MAX = 5;

    private final String name;
    private final Size size;
    private final TransactionTemplate transaction;
    private final Function<List<Q>, List<A>> work;
    private final Gathering<Q, A> waiting;
    private final AtomicBoolean isWriting = new AtomicBoolean();

    /// How much one group holds, and how much may wait before callers wait outside.
    ///
    /// @param weight how much one question counts; never more than a group holds
    public record Size<Q>(int groupMax, int waitingMax, ToIntFunction<Q> weight) {}

    /// @param work what is done in the transaction: one answer for each question, in their order. When it throws,
    /// nothing
    ///     of the group is kept; what one caller is to be refused for is an answer, not an exception
    public GroupWriter(
            String name, Size<Q> size, PlatformTransactionManager transactions, Function<List<Q>, List<A>> work) {
        this.name = name;
        this.size = size;
        this.transaction = new TransactionTemplate(transactions);
        this.work = work;
        this.waiting = new Gathering<>(size.waitingMax());
    }

    /// Answers when it is on the disk.
    ///
    /// @throws GroupNotCommitted when the database did not answer, or the work failed for this question alone
    public A ask(Q question) {
        var asked = new Asked<Q, A>(question, size.weight().applyAsInt(question));
        waiting.add(asked);
        writeUnlessSomebodyDoes();
        return asked.await();
    }

    /// The writer lives as long as somebody waits, so that nothing has to be started or stopped.
    private void writeUnlessSomebodyDoes() {
        if (isWriting.compareAndSet(false, true)) {
            Thread.ofVirtual().name(name).start(this::write);
        }
    }

    private void write() {
        do {
            try {
                for (var group = take(); !group.isEmpty(); group = take()) {
                    commit(group);
                }
            } finally {
                isWriting.set(false);
            }
            // somebody may have come between the last look and the sign that nobody writes
        } while (!waiting.isEmpty() && isWriting.compareAndSet(false, true));
    }

    private List<Asked<Q, A>> take() {
        return waiting.take(size.groupMax());
    }

    private void commit(List<Asked<Q, A>> group) {
        try {
            var answers = doTogether(group.stream().map(Asked::question).toList());
            IntStream.range(0, group.size())
                    .forEach(at -> group.get(at).answer().complete(answers.get(at)));
        } catch (RuntimeException e) {
            if (group.size() > 1 && Failure.isOfOne(e)) {
                group.forEach(asked -> commit(List.of(asked))); // one is at fault, the others shall not suffer
            } else {
                group.forEach(asked -> asked.answer().completeExceptionally(e));
            }
        } finally {
            group.forEach(Asked::failUnlessAnswered); // an Error must leave nobody waiting
        }
    }

    private List<A> doTogether(List<Q> questions) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(_ -> work.apply(questions)));
            } catch (RuntimeException e) {
                if (attempt == TRIES_MAX || !Failure.isOfConcurrency(e)) {
                    throw e;
                }
            }
        }
    }
}
