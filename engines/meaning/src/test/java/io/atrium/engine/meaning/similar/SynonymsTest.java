// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SynonymsTest {
    private final Synonyms list = Synonyms.of(Stream.of("# a comment", "", "停车, 泊车", "停车费，月租", "lift, elevator"));

    @Test
    void namesWhatElseSaysTheSame() {
        assertThat(list.in("附近不好泊车").getFirst().others()).containsExactly("停车");
    }

    @Test
    void letsALongerWordHideTheShorterOneInsideIt() {
        assertThat(list.in("停车费太贵")).extracting(Synonyms.Wider::word).containsExactly("停车费");
        assertThat(list.in("停车难，停车费也贵")).extracting(Synonyms.Wider::word).containsExactly("停车", "停车费");
    }

    @Test
    void takesLatinWordsWhole() {
        assertThat(list.in("Shoplifting")).isEmpty();
        assertThat(list.in("2号LIFT坏了")).hasSize(1);
    }

    @Test
    void refusesAGroupOfOne() {
        assertThatThrownBy(() -> Synonyms.of(Stream.of("停车"))).hasMessageContaining("停车");
    }

    @Test
    void readsTheListThatComesAlong() {
        assertThat(Synonyms.bundled().in("断网了")).isNotEmpty();
    }
}
