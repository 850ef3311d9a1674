// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FactCatalogueTest {
    private static final FactCatalogue CATALOGUE = FactCatalogue.read();

    @Test
    void namesEveryFactInBothLanguagesAndGroupsThem() {
        assertThat(CATALOGUE.definitions()).hasSizeGreaterThan(35).allSatisfy(fact -> {
            assertThat(fact.key()).matches("[a-z][a-z0-9_]{1,40}");
            assertThat(fact.label().zh()).isNotBlank();
            assertThat(fact.label().en()).isNotBlank();
        });
        assertThat(CATALOGUE.groups())
                .allSatisfy(group -> assertThat(CATALOGUE.definitions())
                        .anyMatch(fact -> fact.group().equals(group.key())));
    }

    @Test
    void derivesOnlyFromYearlyFactsThatExist() {
        assertThat(CATALOGUE.definitions())
                .filteredOn(FactDefinition::isDerived)
                .isNotEmpty()
                .allSatisfy(fact -> {
                    assertThat(fact.isYearly()).isTrue();
                    var derived = Objects.requireNonNull(fact.derived());
                    assertThat(CATALOGUE.find(derived.dividend()))
                            .hasValueSatisfying(d -> assertThat(d.isYearly()).isTrue());
                    assertThat(CATALOGUE.find(derived.divisor()))
                            .hasValueSatisfying(d -> assertThat(d.isYearly()).isTrue());
                });
    }

    @Test
    void givesMoneyAUnitAndSensitiveFactsNoWideAudience() {
        assertThat(CATALOGUE.definitions())
                .filteredOn(fact -> fact.type() == FactType.MONEY)
                .allSatisfy(fact -> assertThat(fact.unit()).isEqualTo("CNY"));
        assertThat(CATALOGUE.definitions())
                .filteredOn(FactDefinition::sensitive)
                .allSatisfy(fact -> assertThat(fact.visibility()).isEqualTo(FactVisibility.AUTHORITY));
    }

    @Test
    void isDocumented() throws IOException {
        var reference = Files.readString(Path.of("..", "docs", "reference", "facts.md"));
        assertThat(CATALOGUE.definitions())
                .allSatisfy(fact -> assertThat(reference).contains("| `" + fact.key() + "` |"));
    }

    @Test
    void turnsStaleOnTheDayAfterItsTime() {
        var employees = CATALOGUE.find("employees").orElseThrow();
        var dated = LocalDate.of(2025, 11, 22);
        assertThat(employees.isStale(dated, LocalDate.of(2026, 11, 22))).isFalse();
        assertThat(employees.isStale(dated, LocalDate.of(2026, 11, 23))).isTrue();
        assertThat(CATALOGUE.find("registered_on").orElseThrow().isStale(dated, LocalDate.of(2099, 1, 1)))
                .isFalse();
    }
}
