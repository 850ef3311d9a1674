// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.voucher.VoucherState.Change;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoucherStateTest {

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, SPENT_TO_ZERO, USED_UP",
        "ACTIVE, VALIDITY_ENDED, EXPIRED",
        "USED_UP, SPENT_TO_ZERO,",
        "USED_UP, VALIDITY_ENDED,",
        "EXPIRED, SPENT_TO_ZERO,",
        "EXPIRED, VALIDITY_ENDED,",
        "ACTIVE, RECALLED, RECALLED",
        "USED_UP, RECALLED, RECALLED",
        "EXPIRED, RECALLED, RECALLED",
        "USED_UP, REFUNDED, ACTIVE",
        "ACTIVE, REFUNDED,",
        "RECALLED, RECALLED,",
        "RECALLED, VALIDITY_ENDED,",
    })
    void changesOnlyAsTheTableSays(VoucherState from, Change change, String to) {
        assertThat(from.allows(change)).isEqualTo(to != null);
        if (to == null) {
            assertThatThrownBy(() -> from.after(change)).isInstanceOf(IllegalStateException.class);
        } else {
            assertThat(from.after(change)).isEqualTo(VoucherState.valueOf(to));
        }
    }
}
