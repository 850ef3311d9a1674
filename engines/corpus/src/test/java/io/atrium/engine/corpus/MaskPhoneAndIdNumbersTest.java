// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskPhoneAndIdNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "请打13900001234，谢谢, 请打[电话]，谢谢",
        "电话 139-0000-1234。, 电话 [电话]。",
        "+86 139 0000 1234, [电话]",
        "总机 021-12345678 转 3, 总机 [电话] 转 3",
        "热线400-123-4567, 热线[电话]",
        "证件 999999196003071239 已核, 证件 [证件号] 已核",
    })
    void masks(String before, String after) {
        var valid = before.replace("999999196003071239", withCheckDigit("99999919600307123"));
        assertThat(MaskPhoneAndIdNumbers.masked(valid)).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "订单 139000012345 号", // twelve digits
                "编号A13900001234", // touches a letter
                "12900001234", // no mobile prefix
                "2026-11-22 10:00",
                "91310000MA1FL0000X", // a firm's credit code
                "金额 1234567890123 元",
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(MaskPhoneAndIdNumbers.masked(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999919600307123"})
    void leavesANumberWithAWrongCheckDigit(String digits) {
        var right = withCheckDigit(digits);
        var wrong = digits + (right.endsWith("0") ? "1" : "0");
        assertThat(MaskPhoneAndIdNumbers.masked(wrong)).isEqualTo(wrong);
    }

    /// The worked example of GB 11643-1999: 11010519491231002X.
    @ParameterizedTest
    @CsvSource({"11010519491231002X, true", "11010519491231002x, true", "110105194912310021, false"})
    void knowsTheCheckDigitOfTheStandard(String number, boolean right) {
        assertThat(MaskPhoneAndIdNumbers.hasRightCheckDigit(number)).isEqualTo(right);
    }

    private static String withCheckDigit(String digits) {
        return "0123456789X"
                .chars()
                .mapToObj(check -> digits + (char) check)
                .filter(MaskPhoneAndIdNumbers::hasRightCheckDigit)
                .findFirst()
                .orElseThrow();
    }
}
