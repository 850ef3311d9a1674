// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.database;

import io.atrium.postgres.PostgresUnavailable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells whoever starts Atrium why the embedded PostgreSQL does not run, instead of a stack trace.
final class EmbeddedDatabaseFailure extends AbstractFailureAnalyzer<PostgresUnavailable> {

    @Override
    protected FailureAnalysis analyze(Throwable root, PostgresUnavailable cause) {
        return new FailureAnalysis(cause.what(), cause.problem().remedy(), cause);
    }
}
