// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.cli.ExitStatus;
import io.atrium.e2e.Terminal.Ended;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// `atrium job` and `atrium price` against a running Atrium.
@ResourceLock(Resources.LOCALE)
class CommandLineTest {

    private static final Pattern JOB = Pattern.compile("job_[a-z0-9]+");

    @TempDir
    Path folder;

    private final Locale before = Locale.getDefault();
    private Path tokenFile;

    @BeforeEach
    void signIn() throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        tokenFile = Terminal.of(folder, "firm2").tokenFile();
    }

    @AfterEach
    void restoreTheLanguage() {
        Locale.setDefault(before);
    }

    /// A command on the running Atrium, as the firm's owner.
    private Ended run(String noun, String verb, String... rest) {
        return new Terminal(tokenFile).run(noun, verb, rest);
    }

    private Ended submit(String key, String... more) {
        var words = new ArrayList<>(List.of("--name", "cli", "--gpus", "8", "--limit", "10m", "--request-key", key));
        words.addAll(Arrays.asList(more));
        return run("job", "submit", words.toArray(String[]::new));
    }

    private static boolean isOver(Ended explained) {
        return explained.out().contains("\"state\":\"SETTLED\"")
                || explained.out().contains("\"state\":\"CANCELLED\"");
    }

    private static String job(Ended ended) {
        var found = JOB.matcher(ended.out());
        assertThat(found.find()).as(ended.out() + ended.err()).isTrue();
        return found.group();
    }

    @Test
    void saysThePriceBeforeAndHoldsNothing() {
        var before = run("job", "list", "--json").out();
        var dry = submit("cli-dry", "--pool", "lanxian-h800", "--dry-run", "--", "/bin/true");
        assertThat(dry.code()).isZero();
        assertThat(dry.out())
                .contains(
                        "lanxian-h800 at 11.80 yuan",
                        "15.73 yuan would be held",
                        "Expected start",
                        "Nothing was submitted");
        assertThat(run("job", "list", "--json").out()).isEqualTo(before);
    }

    @Test
    void saysBeforeWhetherADateIsKeptAndAsksForItsOffset() {
        var date = OffsetDateTime.now(ZoneOffset.ofHours(8)).plusHours(2).toString();
        var dated = submit("cli-date", "--needed-by", date, "--dry-run", "--", "/bin/true");
        assertThat(dated.out()).contains("Needed by", "Expected start");
        assertThat(submit("cli-date", "--needed-by", "2026-12-01 18:00", "--", "/bin/true")
                        .err())
                .contains("DATE_NOT_UNDERSTOOD", "2026-12-01T18:00+08:00");
        assertThat(submit("cli-date", "--needed-by", "2026-01-01T18:00+08:00", "--", "/bin/true")
                        .err())
                .contains("NEEDED_BY_OUT_OF_RANGE");
    }

    @Test
    void submitsOnceFollowsTheLogAndListsTheJob() {
        var submitted = submit("cli-once", "--", "/bin/sh", "-c", "echo 你好; echo done");
        assertThat(submitted.code()).as(submitted.err()).isZero();
        assertThat(submitted.out()).contains("Submitted job_", "yuan held");
        var id = job(submitted);
        assertThat(job(submit("cli-once", "--", "/bin/sh", "-c", "echo 你好; echo done")))
                .isEqualTo(id);
        var log = run("job", "logs", id, "--follow");
        assertThat(log.code()).isZero();
        assertThat(log.out().lines()).containsExactly("你好", "done");
        assertThat(run("job", "list").out()).contains("job", "yuan", id, "cli");
        assertThat(run("job", "logs", id, "--json").out())
                .isEqualTo("{\"job\":\"" + id + "\",\"lines\":[\"你好\",\"done\"]}" + System.lineSeparator());
        var explained = run("job", "explain", id);
        assertThat(explained.out()).contains(id, "Sits on:");
    }

    @Test
    void stopsAndSaysSoTwice() {
        var id = job(submit("cli-stop", "--", "/bin/sleep", "600"));
        var dry = run("job", "stop", id, "--dry-run");
        assertThat(dry.out()).contains(id);
        var stopped = run("job", "stop", id, "--reason", "enough", "--yes");
        assertThat(stopped.code()).as(stopped.err()).isZero();
        assertThat(run("job", "logs", id, "--follow").code()).isZero();
        Patience.until("it is over", () -> isOver(run("job", "explain", id, "--json")));
        var again = run("job", "stop", id, "--yes");
        assertThat(again.code()).as(again.out() + again.err()).isEqualTo(ExitStatus.CONFLICT.code());
        assertThat(again.err()).contains("JOB_NOT_STOPPABLE");
    }

    @Test
    void refusalsTellCodeSentenceAndRemedyInTheTerminalsLanguage() {
        var refused = run("job", "submit", "--name", "n", "--gpus", "49999", "--limit", "1h", "--", "/bin/true");
        assertThat(refused.code()).isEqualTo(ExitStatus.REFUSED.code());
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("LARGER_THAN_ANY_POOL");
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        assertThat(run("job", "list").out()).containsAnyOf("没有这样的作业", "资源池");
        assertThat(run("price", "list").out()).contains("服务商", "澜舷算力");
        var json = run("job", "explain", "job_0000000000000", "--json");
        assertThat(json.code()).isEqualTo(ExitStatus.NOT_FOUND.code());
        assertThat(json.err()).startsWith("{\"code\":\"NOT_FOUND\"");
    }

    @Test
    void thePriceListIsPublicAndCheapestFirst() {
        var listed = Terminal.runAsIs(
                List.of("price", "list", "--server", RunningAtrium.get().root()));
        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("yuan/GPU-hour", "Lanxian Computing");
        assertThat(listed.out().lines().skip(1).findFirst())
                .hasValueSatisfying(first -> assertThat(first).startsWith("xizhi-4090"));
        var some = run("price", "list", "--model", "h800-class", "--json");
        assertThat(some.out()).contains("lanxian-h800", "\"amount\":\"11.80\"").doesNotContain("xizhi-4090");
    }

    @Test
    void endsWithItsOwnCodeWhenItIsNobodyOrNobodyIsThere() throws IOException {
        Files.writeString(tokenFile, "no-token-of-anybody");
        assertThat(run("job", "list").code()).isEqualTo(ExitStatus.NOT_ALLOWED.code());
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var unreachable = Terminal.runAsIs(
                List.of("job", "list", "--server", "http://127.0.0.1:" + free, "--token-file", tokenFile.toString()));
        assertThat(unreachable.code()).isEqualTo(ExitStatus.TEMPORARY.code());
        assertThat(unreachable.err()).contains("SERVER_UNREACHABLE", "ATRIUM_SERVER");
        assertThat(run("job", "submit", "--name", "n", "--gpus", "1", "--limit", "soon")
                        .err())
                .contains("LIMIT_NOT_UNDERSTOOD", "90m");
        assertThat(Terminal.runAsIs(List.of(
                                "job", "list", "--server", "not an address", "--token-file", tokenFile.toString()))
                        .code())
                .isEqualTo(ExitStatus.WRONG_USAGE.code());
    }
}
