// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.column.snapshot.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/// Three ways to look up an interval, by how many starts there are and how large the numbers get: all say the same.
class ByStartPropertiesTest {

    private static final long MODEST = 1_000_000_000_000_000_000L;

    @Property(tries = 500)
    void modestNumbersAreLookedUp(
            @ForAll @Size(min = 1, max = 100) List<@LongRange(min = -MODEST, max = MODEST) Long> values,
            @ForAll @Size(max = 20) long[] starts,
            @ForAll @Size(value = 21) long[] masks) {
        check(
                Shape.number(0, -MODEST, MODEST),
                values.stream().mapToLong(Long::longValue).toArray(),
                starts,
                masks);
    }

    @Property(tries = 500)
    void anyNumbersAreLookedUp(
            @ForAll @Size(min = 1, max = 100) long[] values,
            @ForAll @Size(max = 20) long[] starts,
            @ForAll @Size(value = 21) long[] masks) {
        check(Shape.number(0, Long.MIN_VALUE, Long.MAX_VALUE), values, starts, masks);
    }

    private static void check(Shape shape, long[] values, long[] unsorted, long[] masks) {
        var starts = LongStream.of(unsorted).distinct().sorted().toArray();
        var number = new Given(shape, values);
        var batch = new Batch();
        batch.turnTo(Rows.run(0, values.length));
        var rules = new long[values.length];
        Arrays.fill(rules, -1L);

        new ByStart(number, starts, new long[][] {Arrays.copyOf(masks, starts.length + 1)})
                .strike(batch.lane(number), rules, values.length);

        for (int row = 0; row < values.length; row++) {
            long value = values[row];
            int interval =
                    (int) LongStream.of(starts).filter(start -> value >= start).count();
            assertThat(rules[row]).isEqualTo(masks[interval]);
        }
    }

    private static final class Given extends Step {

        private final long[] values;

        Given(Shape shape, long[] values) {
            super(0, shape, false);
            this.values = values;
        }

        @Override
        protected void fill(Batch batch, Lane out) {
            out.values = values;
        }
    }
}
