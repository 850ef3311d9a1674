// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCodeTest {

    @Test
    void aFreshCodeIsReadBackFromItsGroups() {
        var code = SheetCode.fresh(new SecureRandom());
        assertThat(SheetCode.grouped(code)).matches("(\\w{4}-){3}\\w{4}");
        assertThat(SheetCode.read(SheetCode.grouped(code))).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123-4567-89AB-CDEF", "o123 4567 89ab cdef", "０１２３－４５６７－８９ＡＢ－ＣＤＥＦ", "0l23–4567–89AB–CDEF"})
    void lookAlikesWidthsAndDashesAreAccepted(String typed) {
        assertThat(SheetCode.read(typed)).contains("0123456789ABCDEF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "0123-4567-89AB-CDEF-0", "0123-4567-89AB-CDEU", "' or 1=1 --"})
    void everythingElseIsNoCode(String typed) {
        assertThat(SheetCode.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"上海澄湖科技有限公司,上海***有限公司", "澄湖科技,澄***", "Test organisation 12,Te***n 12", "澄湖科技有限公司,澄湖***有限公司"})
    void namesAreMasked(String name, String masked) {
        assertThat(MaskedName.of(name)).isEqualTo(masked);
    }
}
