// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.fact.FactValue.Quantity;
import io.atrium.engine.decision.problem.Problems;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovedPackageTest {

    private static final Path POLICIES = Path.of("../policies");

    private static PackageText text(String folder) {
        return PackageText.read(POLICIES.resolve(folder), new Problems()).orElseThrow();
    }

    private static MovedPackage moved(PackageText text, Map<String, FactValue> figures) {
        if (!(PolicyPackages.read(text) instanceof ReadOutcome.Ready(var policy))) {
            throw new AssertionError(text);
        }
        return MovedPackage.of(text, policy, new TreeMap<>(figures));
    }

    private static FactValue number(String number) {
        return new Quantity(new BigDecimal(number));
    }

    /// The officer of the demonstration need not touch a file for any of these.
    @ParameterizedTest
    @CsvSource({
        "enough_staff, 10, 10 人, At least 10 employees",
        "enough_staff, 3, 3 人, At least 3 employees",
        "real_rd, 150000, 15 万元, '¥150,000'",
        "enough_rd_share, 0.08, 8%, at least 8%"
    })
    void labelsAndExamplesGoAlongSoThatTheMovedPackagePassesItsCheck(
            String figure, String value, String chinese, String english) {
        var text = text("demo/compute-voucher/1");

        var moved = moved(text, Map.of(figure, number(value)));

        assertThat(PolicyPackages.check(moved.text())).isInstanceOf(ReadOutcome.Ready.class);
        assertThat(moved.text().policy()).contains(chinese, english);
        assertThat(moved.labels()).isEqualTo(1);
        assertThat(moved.examples()).isPositive();
        assertThat(moved.text().source()).isEqualTo(text.source());
    }

    /// A reviewer sees the line that was changed, in the file as its author wrote it.
    @ParameterizedTest
    @CsvSource({
        "demo/compute-voucher/1, enough_staff, 10, employees &gt;= 10",
        "demo/compute-voucher/1, cap, 250000, 250000",
        "national/science-sme/2026, staff_points_r1c1, 0.35, &gt;= 0.35",
        "national/science-sme/2026, sales_points_r1out, 45, 45"
    })
    void onlyTheLineOfTheFigureDiffersInTheModel(String folder, String figure, String value, String written) {
        var text = text(folder);

        var moved = moved(text, Map.of(figure, number(value)));

        var before = text.model().lines().toList();
        var after = moved.text().model().lines().toList();
        assertThat(after).hasSameSizeAs(before);
        var changed = IntStream.range(0, before.size())
                .filter(line -> !before.get(line).equals(after.get(line)))
                .mapToObj(after::get)
                .toList();
        assertThat(changed).hasSize(1).allMatch(line -> line.contains(">" + written + "<"));
    }

    @Test
    void aMovedRateOnlyChangesWhatIsExpected() {
        var text = text("demo/compute-voucher/1");

        var moved = moved(text, Map.of("rate", number("0.25")));

        assertThat(moved.text().examples()).contains("amount: \"150000.00\"").doesNotContain("\"180000.00\"");
        assertThat(moved.text().policy()).isEqualTo(text.policy());
        assertThat(moved.stale().benefit()).isTrue();
        assertThat(moved.stale().clauses()).containsExactly("3");
    }

    /// Clause 4 names 5 working days, which is not the threshold.
    @Test
    void onlyTextsThatNameTheFigureInItsUnitAreStale() {
        var moved = moved(text("demo/compute-voucher/1"), Map.of("enough_staff", number("10")));

        assertThat(moved.stale().clauses()).containsExactly("1");
        assertThat(moved.stale().benefit()).isFalse();
    }

    @Test
    void aMovedDayMovesTheDaysAroundIt() {
        var text = text("beijing/compute-voucher/2023");

        var moved = moved(text, Map.of("signed_in_time", new FactValue.Day(LocalDate.of(2024, 2, 1))));

        assertThat(PolicyPackages.check(moved.text())).isInstanceOf(ReadOutcome.Ready.class);
        assertThat(moved.text().policy()).contains("2024 年 2 月 1 日", "1 February 2024");
        assertThat(moved.text().examples()).contains("2024-02-01", "2024-01-31");
    }

    @Test
    void whatIsNotMovedStaysToTheLetter() {
        var text = text("demo/compute-voucher/1");

        assertThat(moved(text, Map.of()).text().policy()).isEqualTo(text.policy());
        assertThat(moved(text, Map.of()).text().examples()).isEqualTo(text.examples());
    }
}
