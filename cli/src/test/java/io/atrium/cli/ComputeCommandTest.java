// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputeCommandTest {

    private static final String SNAPSHOT = """
            # one node of eight is half full for two hours
            pool,alpha,first,H800,8,1,1180
            quota,small,2
            runs,r1,firm,alpha,4,120
            waits,whole,firm,8,60
            waits,short,firm,2,90
            waits,long,firm,2,180
            waits,over,small,3,10
            waits,huge,firm,9,10,model=H800
            """;

    /// One node; tenant a came first and used much more of late than its share.
    private static final String STATE = """
            atrium-scheduler-state,1
            at,2026-03-02T10:00:00Z
            pool,alpha,first,H800,8,1180
            node,alpha-0001,alpha,UP
            quota,a,16
            quota,b,16
            half-life,PT168H
            weight,a,1
            weight,b,1
            used,a,,H800,5400000000
            waits,of-a,a,,8,PT1H,0,2026-03-02T09:00:00Z,,,,,CHEAPEST
            waits,of-b,b,,8,PT1H,0,2026-03-02T09:30:00Z,,,,,CHEAPEST
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void decidesARoundAndSaysWhy() throws IOException {
        assertThat(run("compute", "round", file(SNAPSHOT))).as(err.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("short +starts +alpha-0001×2")
                .containsPattern("whole +waits 1 .*30–120")
                .containsPattern("long +waits 2 +HeldForEarlierJob")
                .containsPattern("over +waits 3 +OverQuota")
                .containsPattern("huge +refused +LargerThanAnyPool\\[wanted=9, largestPool=alpha, gpusMax=8]");
    }

    @Test
    void givesCodesToPrograms() throws IOException {
        assertThat(run("compute", "round", file(SNAPSHOT), "--json")).isZero();
        assertThat(out.toString()).contains("\"HELD_FOR_EARLIER_JOB\"", "\"LARGER_THAN_ANY_POOL\"", "\"OVER_QUOTA\"");
    }

    @Test
    void listsTheRules() {
        assertThat(run("compute", "rules")).isZero();
        assertThat(out.toString()).contains("MatchRequestedModel", "BackfillOnlyBeforeReservation");
    }

    @Test
    void pointsAtTheLineThatIsNotUnderstood() throws IOException {
        assertThat(run("compute", "round", file("pool,alpha\n"))).isEqualTo(ExitStatus.FAILED.code());
        assertThat(err.toString()).contains("LINE_NOT_UNDERSTOOD", "Line 1", "7 words");
        assertThat(run("compute", "round", "no-such-file")).isEqualTo(ExitStatus.NOT_FOUND.code());
    }

    @Test
    void decidesASavedStateAgainAndAlwaysTheSame() throws IOException {
        var state = Files.writeString(folder.resolve("state.csv"), STATE).toString();
        assertThat(run("compute", "replay", "--snapshot", state))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .containsPattern("of-b +starts +alpha-0001×8")
                .containsPattern("of-a +waits 1 +AboveShare")
                .contains("15–60");
        var first = out.toString();
        out.getBuffer().setLength(0);
        run("compute", "replay", "--snapshot", state);
        assertThat(out.toString()).isEqualTo(first);
        out.getBuffer().setLength(0);
        assertThat(run("compute", "replay", "--snapshot", state, "--json")).isZero();
        assertThat(out.toString()).contains("\"ABOVE_SHARE\"", "\"start_minutes\"");
    }

    @Test
    void pointsAtTheLineOfAStateThatIsNotUnderstood() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.csv"), STATE.replace("quota,a", "quota"))
                .toString();
        assertThat(run("compute", "replay", "--snapshot", broken)).isEqualTo(ExitStatus.FAILED.code());
        assertThat(err.toString()).contains("STATE_NOT_UNDERSTOOD", "line 5", "'quota' takes 2 words");
        assertThat(run("compute", "replay", "--snapshot", "no-such-file")).isEqualTo(ExitStatus.NOT_FOUND.code());
        assertThat(run("compute", "replay", "--snapshot", broken, "--jobs", broken, "--gpus", "8"))
                .isEqualTo(ExitStatus.WRONG_USAGE.code());
        assertThat(run("compute", "replay")).isEqualTo(ExitStatus.WRONG_USAGE.code());
    }

    @Test
    void takesTheStateOfARunningServerWithATokenAndKeepsWhatIsThere() throws IOException {
        var token = Files.writeString(folder.resolve("token"), "secret\n").toString();
        try (var server = new FakeAtrium(Map.of("Bearer secret", STATE))) {
            var out = folder.resolve("taken.csv").toString();
            var arguments = new String[] {
                "compute", "snapshot", "--out", out, "--server", server.address(), "--token-file", token
            };
            assertThat(run(arguments)).as(err.toString()).isZero();
            assertThat(Files.readString(Path.of(out))).isEqualTo(STATE);
            assertThat(this.out.toString()).contains("2 jobs waiting");
            assertThat(run(arguments)).isEqualTo(ExitStatus.CONFLICT.code());
            Files.writeString(Path.of(token), "other");
            assertThat(run(arguments)).isEqualTo(ExitStatus.NOT_ALLOWED.code());
            assertThat(err.toString()).contains("FILE_EXISTS", "TOKEN_UNKNOWN");
        }
        Files.writeString(Path.of(token), " ");
        assertThat(run("compute", "snapshot", "--out", "x", "--token-file", token))
                .isEqualTo(ExitStatus.WRONG_USAGE.code());
    }

    private String file(String lines) throws IOException {
        return Files.writeString(folder.resolve("snapshot.csv"), lines).toString();
    }

    private int run(String... arguments) {
        return AtriumCommand.run(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
