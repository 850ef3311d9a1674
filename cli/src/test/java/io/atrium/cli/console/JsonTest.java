// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writesEveryKindOfValue() {
        assertThat(Json.of(Arrays.asList("a\"\\\n\u0001中", 1L, 2.50, 1e21, true, null)))
                .isEqualTo("[\"a\\\"\\\\\\n\\u0001中\",1,2.5,1000000000000000000000,true,null]");
    }

    @Test
    void writesNesting() {
        assertThat(Json.of(Map.of("rows", List.of(Map.of())))).isEqualTo("{\"rows\":[{}]}");
        assertThat(Json.of(Double.NaN)).isEqualTo("null");
    }
}
