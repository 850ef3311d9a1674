// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void linesUpChineseAndNumbers() {
        var table = new Table(List.of("firm", "fen"), List.of(List.of("中庭科技", "5"), List.of("ab", "1200")));
        assertThat(table).hasToString("""
                firm       fen
                中庭科技     5
                ab        1200""");
    }
}
