// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.cli.AtriumCommand;
import io.atrium.cli.ExitStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandsTest {
    private static final String NODES =
            "node,cpu_milli,memory_mib,gpus,gpu_model\nn1,8000,1000,2,T4\nn2,8000,1000,0,\n";
    private static final String PODS = """
            pod,cpu_milli,memory_mib,gpus,gpu_milli,gpu_models
            p1,1000,10,1,500,
            p2,1000,10,1,1000,T4|V100
            p3,1000,10,0,0,
            """;
    private static final String PHILLY = """
            job_id,submit_s,vc,gpus,duration_s
            a,0,x,8,100
            b,10,y,8,50
            """;
    private static final String SWF = """
            job_id,submit_s,run_s,procs,req_time_s,status,user,queue,observed_wait_s
            1,0,100,3,200,1,1,-1,0
            2,5,10,3,20,1,2,-1,0
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void packsAndPrintsTheKeysThatProgramsRead() throws IOException {
        assertThat(run(
                        "pack",
                        "--pods",
                        file("pods.csv", PODS),
                        "--nodes",
                        file("nodes.csv", NODES),
                        "--seeds",
                        "3",
                        "--json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("\"allocation_pct\":", "\"fragment_pct\":", "\"decisions_per_s\":", "\"bound_pct\":");
    }

    @Test
    void replaysAPackedFileAndPrintsTheKeysThatProgramsRead() throws IOException {
        var packed = folder.resolve("jobs.csv.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(PHILLY.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(run("replay", "--jobs", packed.toString(), "--gpus", "8", "--json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains(
                        "\"jobs\":2", "\"avg_completion_s\":120.0", "\"median_completion_s\":", "\"p99_completion_s\":")
                .contains(
                        "\"avg_wait_s\":45.0", "\"longest_wait_s\":90.0", "\"makespan_s\":150.0", "\"utilisation\":1.0")
                .contains("\"worst_rho\":null", "\"broken_promises\":0", "\"estimate_coverage\":null")
                .contains("\"decisions_per_s\":", "\"lower_bound_s\":");
    }

    @Test
    void tellsEachTenantsRatioToItsOwnNodes() throws IOException {
        var tenants = file("vc.csv", "vc,nodes,gpus_per_node\nx,1,8\ny,1,8\nnobody,4,8\n");
        assertThat(run("replay", "--jobs", file("jobs.csv", PHILLY), "--gpus", "16", "--tenants", tenants))
                .isZero();
        assertThat(out.toString()).containsPattern("worst_rho +1.0").containsPattern("rho of x +1.000");
    }

    @Test
    void takesTheLimitsOfUsersUnlessTheyAreToBeForgotten() throws IOException {
        var jobs = file("jobs.csv", SWF);
        assertThat(run("replay", "--jobs", jobs, "--gpus", "4")).isZero();
        assertThat(err.toString()).contains("policy area-age");
        assertThat(run("replay", "--jobs", jobs, "--gpus", "4", "--no-durations"))
                .isZero();
        assertThat(err.toString()).contains("policy learned");
        assertThat(run("replay", "--jobs", jobs, "--gpus", "4", "--no-durations", "--policy", "easy"))
                .isEqualTo(ExitStatus.FAILED.code());
        assertThat(err.toString()).contains("REPLAY_NOT_POSSIBLE", "declared limit");
    }

    @Test
    void readsAFleetFromItsNodes() throws IOException {
        assertThat(run(
                        "replay",
                        "--jobs",
                        file("jobs.csv", SWF.replace(",3,", ",1,")),
                        "--fleet",
                        file("nodes.csv", NODES)))
                .isZero();
    }

    @Test
    void saysWhatIsWrongAndWhere() throws IOException {
        var broken = file("jobs.csv", "job_id,submit_s,vc,gpus,duration_s\na,0,x,many,100\n");
        assertThat(run("replay", "--jobs", broken, "--gpus", "8")).isEqualTo(ExitStatus.FAILED.code());
        assertThat(err.toString()).contains("TRACE_NOT_UNDERSTOOD", "line 2", "column gpus", "'many'");
        assertThat(run("replay", "--jobs", file("other.csv", "x,y\n1,2\n"), "--gpus", "8"))
                .isEqualTo(ExitStatus.FAILED.code());
        assertThat(err.toString()).contains("no column");
        assertThat(run("replay", "--jobs", "no-such-file", "--gpus", "8")).isEqualTo(ExitStatus.NOT_FOUND.code());
        assertThat(run("replay", "--jobs", broken, "--gpus", "0")).isNotZero();
        assertThat(run("replay", "--jobs", file("jobs2.csv", PHILLY), "--gpus", "8", "--policy", "best"))
                .isEqualTo(ExitStatus.WRONG_USAGE.code());
        assertThat(err.toString()).contains("POLICY_UNKNOWN", "area-age");
    }

    private String file(String name, String lines) throws IOException {
        return Files.writeString(folder.resolve(name), lines).toString();
    }

    private int run(String... arguments) {
        var all = new java.util.ArrayList<>(List.of("compute"));
        all.addAll(List.of(arguments));
        return AtriumCommand.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
