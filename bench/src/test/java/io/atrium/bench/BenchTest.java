// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.cli.AtriumCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BenchTest {

    private static final Row RATE =
            new Row("posts", "1/s", 1200, new Row.Peer("plain SQL", 400), Row.Limit.atLeast(1000));
    private static final Row DELAY = new Row("p99", "ms", 2.5, new Row.Peer("plain SQL", 5), Row.Limit.atMost(2));
    private static final Row ALONE = new Row("memory", "MB", 80, null, null);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsOneObjectPerLineForPrograms() {
        assertThat(run("--json")).isZero();
        assertThat(out.toString().lines()).containsExactly("""
                        {"bench":"first","rows":[\
                        {"figure":"posts","unit":"1/s","value":1200.0,"peer":"plain SQL","peer_value":400.0,"ratio":3.0,"limit":1000.0},\
                        {"figure":"p99","unit":"ms","value":2.5,"peer":"plain SQL","peer_value":5.0,"ratio":2.0,"limit":2.0}]}""", """
                        {"bench":"second","rows":[\
                        {"figure":"memory","unit":"MB","value":80.0,"peer":null,"peer_value":null,"ratio":null,"limit":null}]}""");
    }

    @Test
    void runsTheNamedOneOnly() {
        assertThat(run("second")).isZero();
        assertThat(out.toString()).startsWith("second").contains("memory").doesNotContain("posts");
    }

    @Test
    void saysWhetherALimitIsMet() {
        run("first");
        assertThat(out.toString()).containsPattern("posts.*≥ 1,000 +met").containsPattern("p99.*≤ 2.00 +missed");
    }

    @Test
    void namesTheKnownOnes() {
        assertThat(run("third")).isEqualTo(2);
        assertThat(err.toString()).contains("BENCHMARK_UNKNOWN", "Known: first, second");
    }

    private int run(String... arguments) {
        var bench = new Bench(List.of(fixed("first", RATE, DELAY), fixed("second", ALONE)));
        return AtriumCommand.line(bench, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private static Benchmark fixed(String name, Row... rows) {
        return new Benchmark() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String purpose() {
                return "fixed figures";
            }

            @Override
            public List<Row> run(Consumer<String> messages) {
                return List.of(rows);
            }
        };
    }
}
