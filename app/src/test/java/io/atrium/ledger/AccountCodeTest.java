// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.engine.ledger.Asset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCodeTest {

    @Test
    void isReadableAndTellsItsParts() {
        var code = AccountCode.of(Asset.GPU_MS, "firm", "org_01k", "quota");
        assertThat(code.value()).isEqualTo("gpu/firm/org_01k/quota");
        assertThat(code.asset()).isEqualTo(Asset.GPU_MS);
        assertThat(code.owner()).isEqualTo("org_01k");
        assertThat(code.role()).isEqualTo("firm.quota");
        assertThat(code.id()).isEqualTo(new AccountCode(code.value()).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "cny/a/b/c", "usd/firm/x/own", "cny/firm/x/own/more", "cny/firm/../own", "cny/firm/x y/own"})
    void refusesOtherForms(String value) {
        assertThatThrownBy(() -> new AccountCode(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
