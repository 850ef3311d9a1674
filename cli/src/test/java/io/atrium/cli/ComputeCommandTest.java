// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private String file(String lines) throws IOException {
        return Files.writeString(folder.resolve("snapshot.csv"), lines).toString();
    }

    private int run(String... arguments) {
        return AtriumCommand.run(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
