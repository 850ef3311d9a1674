// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.cli.AtriumCommand;
import io.atrium.postgres.EmbeddedPostgres;
import io.atrium.postgres.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where there are no books to read; what is found in books is shown by `LedgerVerifyTest` in the module `bench`, which
/// sees the application's tables.
class VerifyCommandTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void saysThatThereIsNoInstallation() {
        assertThat(verify("--data", folder.toString())).isEqualTo(4);
        assertThat(err.toString()).contains("NO_DATA", "--data");
    }

    @Test
    void refusesAHashThatIsNone() {
        assertThat(verify("--data", folder.toString(), "--head", "12ab")).isEqualTo(2);
        assertThat(err.toString()).contains("HASH_MALFORMED", "12ab");
    }

    @Test
    void saysThatADatabaseHoldsNoLedgerWhetherItRunsOrNot() {
        try (var _ = EmbeddedPostgres.start(Settings.in(folder.resolve("postgres")))) {
            assertThat(verify("--data", folder.toString())).isEqualTo(4);
            assertThat(err.toString()).contains("beside the Atrium that runs there", "NO_LEDGER");
        }
        assertThat(verify("--data", folder.toString())).isEqualTo(4);
    }

    private int verify(String... options) {
        var words = new ArrayList<>(List.of("ledger", "verify"));
        words.addAll(List.of(options));
        return AtriumCommand.run(words, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
    }
}
