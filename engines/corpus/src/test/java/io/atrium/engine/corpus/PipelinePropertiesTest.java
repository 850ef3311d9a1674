// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PipelinePropertiesTest {
    @Property(tries = 200, seed = "7")
    void whatGoesOutOfOneStepGoesIntoTheNext(@ForAll @Size(max = 40) List<String> texts) {
        var pipeline = new Pipeline(List.of(
                new NormaliseUnicode(),
                new CollapseWhitespace(),
                new DropEmptyAndShortLines(),
                new DropExactDuplicates(),
                new DropNearDuplicates(),
                new MaskPhoneAndIdNumbers()));

        long out = texts.stream()
                .filter(text -> pipeline.apply(new Document("x", text)).isPresent())
                .count();

        long expected = texts.size();
        for (var count : pipeline.counts()) {
            assertThat(count.in()).isEqualTo(expected);
            expected = count.out();
        }
        assertThat(expected).isEqualTo(out);
    }

    @Property(tries = 200, seed = "7")
    void tidyingTwiceChangesNothingMore(@ForAll String text) {
        var once = CollapseWhitespace.collapsed(NormaliseUnicode.normalised(text));
        assertThat(CollapseWhitespace.collapsed(NormaliseUnicode.normalised(once)))
                .isEqualTo(once);
    }

    @Example
    void aCardWhoseCountsDoNotChainCannotBeMade() {
        var broken = List.of(List.of(new StepCount("A", 3, 2, 0), new StepCount("B", 3, 3, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorpusCard(3, 3, broken, 0, 0, List.of(), ""))
                .withMessage("B took 3, not 2");
    }
}
