// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.PoolPreference;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Wishes;
import io.atrium.engine.scheduler.reference.LinearScan;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The index and the plain scan must agree on every single decision of random streams of placing and freeing.
class FleetIndexPropertyTest {
    private static final int EVENTS = 400;
    private static final String[] MODELS = {"h100", "a800", "l40"};
    private static final int[] NODE_SIZES = {1, 4, 8, 8, 16};

    @Property(tries = 150)
    void makesTheSameChoicesAsThePlainScan(@ForAll long seed) {
        var random = new Random(seed);
        var fleet = fleet(random);
        var index = FleetIndex.of(fleet);
        var scan = new LinearScan(fleet);
        var held = new ArrayList<Placement>();
        for (var event = 0; event < EVENTS; event++) {
            if (!held.isEmpty() && random.nextInt(100) < 40) {
                var freed = held.remove(random.nextInt(held.size()));
                index.release(freed);
                scan.release(freed);
            } else {
                var job = job(random, event);
                var placed = index.place(job);
                assertThat(placed)
                        .as("event %d of seed %d, %s", event, seed, job)
                        .isEqualTo(scan.place(job));
                placed.ifPresent(held::add);
            }
        }
    }

    @Property(tries = 30)
    void givesBackExactlyWhatItTook(@ForAll long seed) {
        var random = new Random(seed);
        var index = FleetIndex.of(fleet(random));
        var before = index.freeGpus();
        var held = new ArrayList<Placement>();
        for (var event = 0; event < EVENTS; event++) {
            index.place(job(random, event)).ifPresent(held::add);
        }
        assertThat(index.freeGpus())
                .isEqualTo(before - held.stream().mapToInt(Placement::gpus).sum());
        held.forEach(index::release);
        assertThat(index.freeGpus()).isEqualTo(before);
    }

    private static Fleet fleet(Random random) {
        var scene = new Scene();
        var pools = 1 + random.nextInt(6);
        for (var pool = 0; pool < pools; pool++) {
            var model = MODELS[random.nextInt(MODELS.length)];
            var size = NODE_SIZES[random.nextInt(NODE_SIZES.length)];
            var nodes = random.nextInt(20);
            scene.pool(Scene.poolOf("p" + pool, model, size, 100L * random.nextInt(4)), nodes);
            if (nodes > 0) {
                scene.state("p" + pool + "-1", NodeState.values()[random.nextInt(3)]);
            }
        }
        return scene.fleet();
    }

    private static Job job(Random random, int event) {
        var gpus = random.nextInt(100) < 70 ? 1 + random.nextInt(8) : 1 + random.nextInt(40);
        var wishes = Wishes.anywhere();
        if (random.nextBoolean()) {
            wishes = wishes.onModel(new GpuModel(MODELS[random.nextInt(MODELS.length)]));
        }
        if (random.nextInt(4) == 0) {
            wishes = wishes.upTo(100L * random.nextInt(4));
        }
        if (random.nextInt(4) == 0) {
            wishes = wishes.atProviders(Set.of(new ProviderId("of-p" + random.nextInt(6))));
        }
        if (random.nextInt(2) == 0) {
            wishes = wishes.preferring(PoolPreference.TIGHTEST_FIT);
        }
        return Scene.job("j" + event, gpus).withWishes(wishes);
    }
}
