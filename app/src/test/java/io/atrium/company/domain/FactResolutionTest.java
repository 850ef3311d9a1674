// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.company.CompanyFile.Line;
import io.atrium.company.FactCatalogue;
import io.atrium.company.FactOrigin;
import io.atrium.company.FactSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FactResolutionTest {
    private static final FactCatalogue CATALOGUE = FactCatalogue.read();
    private static final LocalDate DATED = LocalDate.of(2026, 10, 31);

    @Test
    void takesTheLatestYearThatHadEnded() {
        var known = List.of(year("revenue", 2023, "10"), year("revenue", 2025, "30"), year("revenue", 2024, "20"));
        assertThat(lines(known, LocalDate.of(2026, 11, 22)))
                .extracting(Line::year)
                .containsExactly(2025, 2024, 2023);
        assertThat(lines(known, LocalDate.of(2025, 12, 31)))
                .extracting(Line::year)
                .containsExactly(2024, 2023);
        assertThat(newest(known, LocalDate.of(2026, 11, 22), "revenue")).isEqualTo(new BigDecimal("30"));
    }

    @Test
    void derivesARatioOnlyWhereBothYearsAreKnownAndTheDivisorIsNotZero() {
        var known = List.of(
                year("revenue", 2023, "0"),
                year("rd_spend", 2023, "5"),
                year("revenue", 2024, "300"),
                year("rd_spend", 2024, "100"),
                year("rd_spend", 2025, "100"));
        var shares = lines(known, LocalDate.of(2026, 11, 22)).stream()
                .filter(line -> line.definition().key().equals("rd_share"))
                .toList();
        assertThat(shares).singleElement().satisfies(line -> {
            assertThat(line.year()).isEqualTo(2024);
            assertThat(line.value().value()).isEqualTo(new BigDecimal("0.333333"));
            assertThat(line.value().source()).isEqualTo("DERIVED");
        });
    }

    @Test
    void holdsAPointFactForItsDaysOnly() {
        var known = List.of(
                new Claim("employees", new Validity(DATED, DATED.plusDays(10)), new BigDecimal(30), origin(DATED)),
                new Claim(
                        "employees",
                        Validity.since(DATED.plusDays(10)),
                        new BigDecimal(42),
                        origin(DATED.plusDays(10))));
        assertThat(lines(known, DATED.minusDays(1))).isEmpty();
        assertThat(newest(known, DATED.plusDays(9), "employees")).isEqualTo(new BigDecimal(30));
        assertThat(newest(known, DATED.plusDays(10), "employees")).isEqualTo(new BigDecimal(42));
    }

    @Test
    void marksAsStaleByTheSourcesDayAndAYearByItsEnd() {
        var employees = List.of(new Claim("employees", Validity.since(DATED), new BigDecimal(30), origin(DATED)));
        assertThat(lines(employees, DATED.plusYears(1)).getFirst().value().stale())
                .isFalse();
        assertThat(lines(employees, DATED.plusYears(1).plusDays(1))
                        .getFirst()
                        .value()
                        .stale())
                .isTrue();
        var revenue = List.of(year("revenue", 2024, "10"));
        assertThat(lines(revenue, LocalDate.of(2026, 7, 1)).getFirst().value().stale())
                .isFalse();
        assertThat(lines(revenue, LocalDate.of(2026, 7, 2)).getFirst().value().stale())
                .isTrue();
    }

    @Test
    void judgesOnlyTheNewestYearStale() {
        var revenue = List.of(year("revenue", 2022, "8"), year("revenue", 2023, "9"), year("revenue", 2024, "10"));
        assertThat(lines(revenue, LocalDate.of(2026, 7, 2)))
                .extracting(line -> line.value().stale())
                .containsExactly(true, false, false);
        assertThat(lines(revenue, LocalDate.of(2026, 7, 1)))
                .extracting(line -> line.value().stale())
                .containsOnly(false);
    }

    private static Object newest(List<Claim> known, LocalDate day, String key) {
        return Objects.requireNonNull(FactResolution.newest(lines(known, day)).get(key))
                .value();
    }

    private static List<Line> lines(List<Claim> known, LocalDate day) {
        return new FactResolution(CATALOGUE, day).lines(known);
    }

    private static Claim year(String key, int year, String value) {
        return new Claim(key, Validity.ofYear(year), new BigDecimal(value), origin(DATED));
    }

    private static FactOrigin origin(LocalDate dated) {
        return new FactOrigin(FactSource.REGISTRY, "imp_1", dated, null);
    }
}
