// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.database;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells whoever starts Atrium that the PostgreSQL of the settings cannot be reached or refuses the password.
final class ExternalDatabaseFailure extends AbstractFailureAnalyzer<PSQLException> {

    private static final String CONNECTION = "08";
    private static final String AUTHORISATION = "28";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, PSQLException cause) {
        var state = String.valueOf(cause.getSQLState());
        if (state.startsWith(CONNECTION)) return failure(cause, "Start it, or correct ATRIUM_DB_URL.");
        if (state.startsWith(AUTHORISATION)) return failure(cause, "Correct ATRIUM_DB_USER and ATRIUM_DB_PASSWORD.");
        return null; // not about connecting: the stack trace is the better answer
    }

    private static FailureAnalysis failure(PSQLException cause, String remedy) {
        return new FailureAnalysis("PostgreSQL cannot be used: " + cause.getMessage(), remedy, cause);
    }
}
