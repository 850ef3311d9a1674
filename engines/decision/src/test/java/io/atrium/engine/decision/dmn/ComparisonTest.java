// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "employees >= 5, employees, >=, 5",
        "revenue<=200000000, revenue, <=, 200000000",
        "signed_on >= @\"2023-09-01\", signed_on, >=, 2023-09-01",
        "city = \"上海市\", city, =, 上海市",
        "in_community, in_community, =, true",
        "not(on_list), on_list, =, false",
        "kind != \"none\", kind, !=, none",
    })
    void readsASimpleComparison(String feel, String subject, String operator, String threshold) {
        var comparison = Comparison.of(feel).orElseThrow();

        assertThat(comparison.subject()).isEqualTo(subject);
        assertThat(comparison.operator().symbol()).isEqualTo(operator);
        assertThat(comparison.threshold().text()).isEqualTo(threshold);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a >= 5 and b",
                "a >= b",
                "list contains([1], a)",
                "a + 1 > 2",
                "true",
                "a in (1, 2)",
                "a = \"x\\\"y\""
            })
    void staysSilentOnAnythingElse(String feel) {
        assertThat(Comparison.of(feel)).isEmpty();
    }
}
