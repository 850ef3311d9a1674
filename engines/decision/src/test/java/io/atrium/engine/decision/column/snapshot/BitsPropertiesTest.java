// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/// What is worked out without a branch must be what a comparison says, for the largest numbers too.
class BitsPropertiesTest {

    @Property(tries = 500)
    void aRangeHoldsWhatLiesBetweenItsEnds(
            @ForAll @Size(min = 1, max = 200) long[] values, @ForAll long low, @ForAll long high) {
        var out = new long[Bits.words(values.length)];

        Bits.within(values, 0, values.length, new Bits.Range(low, high), out);

        for (int row = 0; row < values.length; row++) {
            assertThat(Bits.get(out, row)).isEqualTo(values[row] >= low && values[row] <= high);
        }
    }

    @Example
    void bitsBehindTheLastRowStayClear() {
        var out = new long[2];

        Bits.within(new long[70], 0, 70, new Bits.Range(Long.MIN_VALUE, Long.MAX_VALUE), out);

        assertThat(out).containsExactly(-1L, 63L);
    }
}
