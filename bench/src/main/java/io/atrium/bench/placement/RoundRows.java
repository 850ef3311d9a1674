// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.placement;

import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.engine.scheduler.Round;
import io.atrium.engine.scheduler.RoundResult;
import io.atrium.engine.scheduler.model.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGeneratorFactory;

public final class RoundRows {
    public static void main(String... args) {
        var snapshot = new FullQueue(RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_122L)).snapshot(100_000);
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            var t = System.nanoTime();
            var r = Round.of(snapshot);
            System.out.println((System.nanoTime() - t) / 1e9 + " s placed " + r.placed().size() + " waiting " + r.waiting().size() + " refused " + r.refused().size()
              + " est " + r.waiting().stream().filter(w -> w.start() instanceof io.atrium.engine.scheduler.model.StartEstimate.Between).count());
            if (i == 0) r.waiting().stream().map(w->w.start() instanceof io.atrium.engine.scheduler.model.StartEstimate.Unknown u ? u.why().name(): "between").collect(java.util.stream.Collectors.groupingBy(x->x,java.util.stream.Collectors.counting())).forEach((k,v)->System.out.println(k+" "+v));
        }
    }
}
