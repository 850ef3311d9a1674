// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTypeTest {

    @ParameterizedTest
    @CsvSource({"BOOLEAN, true", "NUMBER, -12.50", "NUMBER, 0", "TEXT, 徐汇区", "DATE, 2026-02-28"})
    void readsBackWhatItWrites(FactType type, String text) {
        var value = type.parse(text).orElseThrow();

        assertThat(value.text()).isEqualTo(text);
        assertThat(value.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, yes",
        "NUMBER, 1e9",
        "NUMBER, '1,000'",
        "NUMBER, 1234567890123456789012345678901",
        "DATE, 2026-02-30",
        "DATE, 28.2.2026"
    })
    void refusesWhatIsNoValueOfTheType(FactType type, String text) {
        assertThat(type.parse(text)).isEmpty();
    }

    @Test
    void refusesEndlessText() {
        assertThat(FactType.TEXT.parse("x".repeat(FactValue.TEXT_CHARS_MAX + 1)))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FactValue.Text("x".repeat(FactValue.TEXT_CHARS_MAX + 1)));
    }

    @Test
    void aKeyStandsOnlyOnce() {
        var fact = Fact.of("employees", FactType.NUMBER.parse("1").orElseThrow());

        assertThatIllegalArgumentException().isThrownBy(() -> FactSet.of(List.of(fact, fact)));
    }
}
