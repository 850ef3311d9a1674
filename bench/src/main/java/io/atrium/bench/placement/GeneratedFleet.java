// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.placement;

import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.ProviderId;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/// A fleet of at least 50,000 GPUs of nine providers with three pools each; one node in a hundred is not up.
final class GeneratedFleet {
    static final int GPUS = 50_000;
    static final String[] MODELS = {"H800", "A800", "910B", "L40S", "4090"};
    private static final int PROVIDERS = 9;
    private static final int POOLS_PER_PROVIDER = 3;
    private static final int[] NODE_SIZES = {8, 8, 8, 4};

    private GeneratedFleet() {}

    static Fleet of(RandomGenerator random) {
        var pools = new ArrayList<Pool>();
        var nodes = new ArrayList<Node>();
        var gpusPerPool = Math.ceilDiv(GPUS, PROVIDERS * POOLS_PER_PROVIDER);
        for (var number = 0; number < PROVIDERS * POOLS_PER_PROVIDER; number++) {
            var id = new PoolId("pool-%02d".formatted(number));
            var provider = new ProviderId("provider-" + number % PROVIDERS);
            var model = new GpuModel(MODELS[random.nextInt(MODELS.length)]);
            var size = NODE_SIZES[random.nextInt(NODE_SIZES.length)];
            pools.add(new Pool(id, provider, model, size, 200 + 50L * random.nextInt(20)));
            for (var node = 0; node < Math.ceilDiv(gpusPerPool, size); node++) {
                var state = random.nextInt(100) == 0 ? NodeState.DRAIN : NodeState.UP;
                nodes.add(new Node(new NodeId("%s-%04d".formatted(id, node)), id, state));
            }
        }
        return new Fleet(pools, nodes);
    }
}
