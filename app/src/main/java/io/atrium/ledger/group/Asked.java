// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.group;

import io.atrium.engine.ledger.Status;
import io.atrium.engine.ledger.Transfer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// What one caller wants to post, and the place where it waits for the answer.
final class Asked {
    private final List<Transfer> transfers;
    private final CompletableFuture<List<Status>> answer = new CompletableFuture<>();

    Asked(List<Transfer> transfers) {
        this.transfers = List.copyOf(transfers);
    }

    List<Transfer> transfers() {
        return transfers;
    }

    void succeed(List<Status> statuses) {
        answer.complete(statuses);
    }

    void fail(Throwable cause) {
        answer.completeExceptionally(cause);
    }

    void failUnlessAnswered() {
        if (!answer.isDone()) {
            fail(new IllegalStateException("the writer died"));
        }
    }

    /// Each caller gets an exception of its own: they share only the cause.
    List<Status> answer() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw new GroupNotCommitted(e.getCause() == null ? e : e.getCause());
        }
    }
}
