// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.group;

import java.sql.SQLException;
import java.util.Optional;

/// What a failed write says about the group, by the first two characters of its SQL state.
final class Failure {
    private static final String CONCURRENCY = "40";
    private static final String DATA = "22";
    private static final String INTEGRITY = "23";

    private Failure() {}

    /// A deadlock or a failed serialisation: nothing was written, and the next attempt may succeed.
    static boolean isOfConcurrency(Throwable failure) {
        return stateClass(failure).filter(CONCURRENCY::equals).isPresent();
    }

    /// Something of one caller that the database does not take; it answered, so it is there.
    static boolean isOfOne(Throwable failure) {
        return stateClass(failure)
                .map(state -> state.equals(DATA) || state.equals(INTEGRITY))
                .orElse(true); // no database error at all: our own code refused something
    }

    private static Optional<String> stateClass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().length() == 5) {
                return Optional.of(sql.getSQLState().substring(0, 2));
            }
        }
        return Optional.empty();
    }
}
