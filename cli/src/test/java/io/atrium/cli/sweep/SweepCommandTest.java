// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.cli.AtriumCommand;
import io.atrium.cli.ExitStatus;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.fact.FactType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepCommandTest {

    private static final Path DEMO = Path.of("..", "policies", "demo", "compute-voucher")
            .toAbsolutePath()
            .normalize();

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theSameSeedGivesTheSameCity() throws Exception {
        var one = city(200);
        var other = folder.resolve("other.csv");
        run("policy", "city", "--firms", "200", "--out", other.toString());

        assertThat(other).hasSameTextualContentAs(one);
        assertThat(Files.readAllLines(one))
                .hasSize(201)
                .allMatch(line -> line.startsWith("虚构") || line.startsWith("invented"));
    }

    @Test
    void countsWhatTheRowPathDecides() throws Exception {
        var city = city(400);
        var set = PolicySet.read(DEMO, DAY);
        var snapshot = FirmFile.read(city, set.facts(List.of()));
        long entitled = 0;
        long fen = 0;
        for (int row = 0; row < snapshot.rows(); row++) {
            var decision = set.policies().getFirst().decide(snapshot.factsAt(row), DAY);
            if (decision.outcome() == Outcome.ENTITLED) {
                entitled++;
                fen += decision.amount() == null || decision.amount().amountFen() == null
                        ? 0
                        : decision.amount().amountFen();
            }
        }

        assertThat(sweep(city, "--json")).as(err.toString()).isZero();
        assertThat(entitled).isPositive();
        assertThat(out.toString())
                .startsWith("{\"firms\":400,")
                .contains("\"entitled\":" + entitled + ",", "\"budget_fen\":" + fen + ",", "\"registered_district\":{");
    }

    @Test
    void aMovedFigureShowsWhoGainsAndWhoLoses() throws Exception {
        var city = city(4_000);

        assertThat(sweep(city, "--set", "enough_staff=300", "--compare", "--json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("\"change\":{\"gained\":0,\"lost\":")
                .doesNotContain("\"lost\":0");
    }

    @Test
    void printsTablesForPeople() throws Exception {
        assertThat(sweep(city(400), "--set", "demo-compute-voucher.enough_staff=1", "--compare"))
                .isZero();
        assertThat(out.toString()).contains("demo-compute-voucher", "registered_district", "gained", "decisions/s");
    }

    @Test
    void refusesAFigureThatNoPolicyHas() throws Exception {
        assertThat(sweep(city(10), "--set", "nothing=1")).isEqualTo(ExitStatus.WRONG_USAGE.code());
        assertThat(sweep(city(10), "--set", "enough_staff=many")).isEqualTo(ExitStatus.WRONG_USAGE.code());
        assertThat(err.toString()).contains("FIGURE_UNKNOWN");
    }

    @Test
    void namesTheCellOfAFileThatIsWrong() throws Exception {
        var file = Files.writeString(folder.resolve("firms.csv"), "employees,size\n5,small\nmany,small\n");

        assertThat(sweep(file)).isEqualTo(ExitStatus.REFUSED.code());
        assertThat(err.toString()).contains("line 3, column employees: 'many' is no number");
    }

    /// The files are what DuckDB 2.0 made of `policy city --firms 200`: yuan as DECIMAL(18,2), one column as DOUBLE.
    @ParameterizedTest
    @ValueSource(strings = {"firms-snappy.parquet", "firms-zstd.parquet"})
    void parquetAndCsvComeToTheSame(String name) throws Exception {
        assertThat(sweep(city(200), "--json")).as(err.toString()).isZero();
        var fromCsv = withoutSpeed(out.toString());
        out.getBuffer().setLength(0);

        assertThat(sweep(Path.of("src/test/resources/firms", name), "--json"))
                .as(err.toString())
                .isZero();
        assertThat(withoutSpeed(out.toString())).isEqualTo(fromCsv);
    }

    @Test
    void aParquetOfOtherTypesIsRefusedByRowAndColumn() throws Exception {
        var types = Map.of("size", FactType.NUMBER);

        assertThatThrownBy(() -> FirmFile.read(Path.of("src/test/resources/firms/firms-zstd.parquet"), types))
                .hasMessageContaining("row 1, column size: 'small' is no number");
        assertThatThrownBy(() -> FirmFile.read(
                        Path.of("src/test/resources/firms/firms-zstd.parquet"), Map.of("patents", FactType.NUMBER)))
                .hasMessageContaining("its columns are none of the facts [patents]");
    }

    @Test
    void aFileWithoutFactsIsRefusedAsIsABrokenParquet() throws Exception {
        assertThat(sweep(Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n")))
                .isEqualTo(ExitStatus.REFUSED.code());
        assertThat(sweep(Files.writeString(folder.resolve("x.parquet"), "PAR1")))
                .isEqualTo(ExitStatus.REFUSED.code());
        assertThat(sweep(cutOff("firms-snappy.parquet"))).isEqualTo(ExitStatus.REFUSED.code());
        assertThat(sweep(folder.resolve("none.csv"))).isEqualTo(ExitStatus.NOT_FOUND.code());
    }

    private Path cutOff(String name) throws Exception {
        var whole = Files.readAllBytes(Path.of("src/test/resources/firms", name));
        return Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length - 100));
    }

    private static String withoutSpeed(String json) {
        return json.replaceFirst("\"seconds\":[^,]*,\"decisions_per_second\":[^,]*,", "");
    }

    private Path city(int firms) {
        var file = folder.resolve("city.csv");
        run("policy", "city", "--firms", Integer.toString(firms), "--out", file.toString(), "--json");
        out.getBuffer().setLength(0);
        return file;
    }

    private int sweep(Path file, String... more) {
        var arguments = new ArrayList<>(List.of(
                "policy",
                "sweep",
                "--companies",
                file.toString(),
                "--policies",
                DEMO.toString(),
                "--as-of",
                DAY.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return AtriumCommand.run(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
