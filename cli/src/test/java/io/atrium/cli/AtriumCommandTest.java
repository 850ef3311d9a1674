// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtriumCommandTest {

    private record Ended(int code, String out, String err) {}

    @TempDir
    Path folder;

    @Test
    void helpsWithoutAnyWord() {
        var ended = run();
        assertThat(ended.code()).isEqualTo(ExitStatus.WRONG_USAGE.code());
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("Which command?", "Examples:");
    }

    @Test
    void showsTheHelpOnRequest() {
        var ended = run("--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Exit codes:", "3   refused by a rule", "ledger");
    }

    @Test
    void suggestsTheWordThatWasMeant() {
        var ended = run("legder");
        assertThat(ended.code()).isEqualTo(ExitStatus.WRONG_USAGE.code());
        assertThat(ended.err()).contains("Did you mean: atrium ledger");
    }

    @Test
    void replaysTransfers() throws Exception {
        var file = script("""
                # a voucher is filled and held
                open,budget,CNY_FEN,free
                open,voucher,CNY_FEN,0
                open,provider,CNY_FEN,free
                post,t1,budget,voucher,5000
                hold,t2,voucher,provider,800
                capture,t3,t2,500
                """);
        var ended = run("ledger", "replay", file.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("capture,t3,t2,500", "APPLIED", "The books balance.");
    }

    @Test
    void endsWithRefusedWhenALimitIsHit() throws Exception {
        var file = script("""
                open,budget,CNY_FEN,free
                open,voucher,CNY_FEN,0
                post,t1,voucher,budget,1
                """);
        var ended = run("ledger", "replay", file.toString(), "--json");
        assertThat(ended.code()).isEqualTo(ExitStatus.REFUSED.code());
        assertThat(ended.out()).startsWith("{\"sound\":true,\"lines\":[").hasLineCount(1);
    }

    @Test
    void namesTheLineThatItDoesNotUnderstand() throws Exception {
        var ended = run(
                "ledger", "replay", script("open,a,CNY_FEN,free\nmove,a,b\n").toString());
        assertThat(ended.code()).isEqualTo(ExitStatus.FAILED.code());
        assertThat(ended.err()).contains("LINE_NOT_UNDERSTOOD: Line 2 'move,a,b'", "--help");
    }

    @Test
    void tellsProgramsWhatWentWrong() {
        var ended = run("ledger", "replay", folder.resolve("none.csv").toString(), "--json");
        assertThat(ended.code()).isEqualTo(ExitStatus.NOT_FOUND.code());
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("{\"code\":\"FILE_NOT_FOUND\"");
    }

    @Test
    void generatesAndCleansACorpus() {
        var made = folder.resolve("made");
        assertThat(run("corpus", "generate", "--out", made.toString(), "--documents", "50")
                        .code())
                .isZero();

        var cleaned = run(
                "corpus",
                "clean",
                "--in",
                made.toString(),
                "--out",
                folder.resolve("clean").toString());

        assertThat(cleaned.code()).isZero();
        assertThat(cleaned.out()).startsWith("step").contains("changed");
    }

    @Test
    void passesOnTheEnginesRefusal() {
        var nowhere = folder.resolve("nowhere").toString();
        var ended = run(
                "corpus",
                "clean",
                "--in",
                nowhere,
                "--out",
                folder.resolve("out").toString());
        assertThat(ended.code()).isEqualTo(ExitStatus.REFUSED.code());
        assertThat(ended.err()).contains("INPUT_NOT_A_FOLDER: " + nowhere);
    }

    private Path script(String text) throws Exception {
        return Files.writeString(folder.resolve("transfers.csv"), text);
    }

    private static Ended run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = AtriumCommand.run(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Ended(code, out.toString(), err.toString());
    }
}
