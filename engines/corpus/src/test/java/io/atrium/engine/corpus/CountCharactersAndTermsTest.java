// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountCharactersAndTermsTest {
    @Test
    void countsCharactersHanAndTerms() {
        var step = new CountCharactersAndTerms();
        var document = new Document("1", "算力池，算力券 GPU gpu ok\uD83D\uDE00");

        assertThat(step.apply(document)).containsSame(document);

        assertThat(step.characters()).isEqualTo(19);
        assertThat(step.hanCharacters()).isEqualTo(6);
        assertThat(step.topTerms(4))
                .containsExactly(
                        new TermCount("gpu", 2),
                        new TermCount("算力", 2),
                        new TermCount("力券", 1),
                        new TermCount("力池", 1));
    }

    @Test
    void forgetsRareTermsRatherThanGrow() {
        var counter = new TermCounter();
        for (int i = 0; i < 5; i++) {
            counter.addWord("often");
        }
        for (int i = 0; i < TermCounter.TERMS_MAX + 10; i++) {
            counter.addWord("rare" + i);
        }
        assertThat(counter.top(1)).containsExactly(new TermCount("often", 5));
        assertThat(counter.top(Integer.MAX_VALUE)).hasSizeLessThanOrEqualTo(TermCounter.TERMS_MAX);
    }
}
