// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("I18-9")
class TypedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5 | 1234.5",
                "1,234.50 | 1234.50",
                "１，２３４．５０ | 1234.50",
                "1 234 567 | 1234567",
                "　－12　 | -12",
                "+7 | 7"
            })
    void readsNumbersHoweverTheyAreWritten(String typed, BigDecimal meant) {
        assertThat(Typed.number(typed)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12,34", "1.2.3", "十二", "1e5", "1,234,5", "--1", "123456789012345678901"})
    void readsNoNumberIntoWhatIsNone(String typed) {
        assertThat(Typed.number(typed)).isEmpty();
    }

    @Test
    void wholeNumbersHaveNoFraction() {
        assertThat(Typed.whole("１，０２４")).hasValue(1024L);
        assertThat(Typed.whole("8.00")).hasValue(8L);
        assertThat(Typed.whole("8.5")).isEmpty();
        assertThat(Typed.whole("9999999999999999999")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"￥1,234.5", "¥1234.50", "1234.5元", "１２３４．５　元", " 1 234.50 "})
    void readsAmountsWithTheirSignOrUnit(String typed) {
        assertThat(Typed.amount(typed)).hasValue(new Fen(123_450));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "元", "一千元", "99999999999999999"})
    void readsNoAmountThatIsNotWholeFen(String typed) {
        assertThat(Typed.amount(typed)).isEmpty();
    }

    @Test
    void readsCodesAndTelephoneNumbers() {
        assertThat(Typed.code(" ９１３１ 0000-ma1k—4dx7 ")).isEqualTo("91310000MA1K4DX7");
        assertThat(Typed.phone("＋86 138-0013-8000")).hasValue("+8613800138000");
        assertThat(Typed.phone("（021）6234 5678")).hasValue("02162345678");
        assertThat(Typed.phone("12a45")).isEmpty();
    }
}
