// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private final Path folder;

    private record Result(int code, String out, String err) {}

    CommandsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void generatesThenCleans() {
        var generated = generate("--out", folder.resolve("in").toString(), "--seed", "1", "--documents", "40");
        assertThat(generated.code()).isZero();
        assertThat(generated.out()).startsWith("stage=generate done=0/40 documents\n");

        var cleaned = clean(
                "--in",
                folder.resolve("in").toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(cleaned.code()).isZero();
        assertThat(cleaned.out())
                .contains("stage=count done=40/40 documents\nstage=clean done=0/40 documents\n")
                .contains("\nstage=clean done=40/40 documents\nstage=card done=")
                .containsPattern("\nstep=DropNearDuplicates in=\\d+ out=\\d+ changed=0\n")
                .containsPattern("\ncard documents=\\d+ characters=\\d+ han_characters=\\d+ sha256=[0-9a-f]{64}\n$");
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        var one = GenerateCorpus.generate(folder.resolve("1"), 7, 50);
        var two = GenerateCorpus.generate(folder.resolve("2"), 7, 50);
        var other = GenerateCorpus.generate(folder.resolve("3"), 8, 50);
        assertThat(one).hasSameBinaryContentAs(two);
        assertThat(Files.mismatch(one, other)).isGreaterThanOrEqualTo(0);
    }

    @Test
    void tellsWrongUsageInOneLine() {
        assertThat(clean("--in").err()).isEqualTo("--in needs a value\n");
        assertThat(clean("--in", "x").err()).isEqualTo("--out is missing\n");
        assertThat(clean("--from", "x").err()).isEqualTo("unknown option --from; known: [--in, --out, --passes]\n");
        assertThat(clean("--in", "x", "--out", "y", "--passes", "two").err())
                .isEqualTo("--passes takes a whole number, not two\n");
        assertThat(generate("--out", "x", "--documents", "0").code()).isEqualTo(2);
    }

    @Test
    void tellsARefusalWithItsCode() {
        var result = clean("--in", folder.resolve("none").toString(), "--out", folder.toString());
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).isEqualTo("refused: INPUT_NOT_A_FOLDER " + folder.resolve("none") + "\n");
    }

    @Test
    void aLineBeyondTheLimitComesOutEmpty() throws IOException {
        var tooLong = "x".repeat(BoundedLines.LINE_CHARACTERS_MAX + 1);
        try (var lines = new BoundedLines(new StringReader("a\n" + tooLong + "\nb"))) {
            assertThat(lines.next()).isEqualTo("a");
            assertThat(lines.next()).isEmpty();
            assertThat(lines.next()).isEqualTo("b");
            assertThat(lines.next()).isNull();
        }
    }

    private static Result clean(String... arguments) {
        return run((out, err) -> Clean.run(arguments, out, err));
    }

    private static Result generate(String... arguments) {
        return run((out, err) -> GenerateCorpus.run(arguments, out, err));
    }

    private static Result run(ToIntBiFunction<PrintStream, PrintStream> command) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = command.applyAsInt(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
