// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.group;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// What one caller asks for, and the place where it waits for the answer.
///
/// @param weight how much of a group it fills
record Asked<Q, A>(Q question, int weight, CompletableFuture<A> answer) {

    Asked(Q question, int weight) {
        this(question, weight, new CompletableFuture<>());
    }

    void failUnlessAnswered() {
        if (!answer.isDone()) {
            answer.completeExceptionally(new IllegalStateException("the writer died"));
        }
    }

    /// Each caller gets an exception of its own: they share only the cause.
    A await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw new GroupNotCommitted(e.getCause() == null ? e : e.getCause());
        }
    }
}
