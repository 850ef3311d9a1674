// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.postgres.EmbeddedPostgres;
import io.atrium.postgres.Problem;
import io.atrium.postgres.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class DatabaseFailureTest {

    @TempDir
    Path folder;

    @Test
    void namesTheProblemOfTheEmbeddedDatabaseAndTheRemedy() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(Settings.in(file))).satisfies(cause -> {
            var analysis = requireNonNull(new EmbeddedDatabaseFailure().analyze(new IllegalStateException(cause)));
            assertThat(analysis.getDescription()).contains(file.toString());
            assertThat(analysis.getAction()).isEqualTo(Problem.FOLDER_NOT_WRITABLE.remedy());
        });
    }

    @Test
    void namesTheSettingToCorrect() {
        assertThat(actionFor(PSQLState.CONNECTION_UNABLE_TO_CONNECT)).contains("ATRIUM_DB_URL");
        assertThat(actionFor(PSQLState.INVALID_PASSWORD)).contains("ATRIUM_DB_PASSWORD");
    }

    @Test
    void leavesOtherDatabaseErrorsAlone() {
        assertThat(new ExternalDatabaseFailure().analyze(failure(PSQLState.SYNTAX_ERROR)))
                .isNull();
    }

    private static @Nullable String actionFor(PSQLState state) {
        return requireNonNull(new ExternalDatabaseFailure().analyze(failure(state)))
                .getAction();
    }

    private static Throwable failure(PSQLState state) {
        return new IllegalStateException(new PSQLException("no", state));
    }
}
