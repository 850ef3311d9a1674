// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

/// What a preempted job loses when it starts again: it holds its GPUs and does no work.
final class Charge {
    private static final int ONE_GPU_S = 7;
    private static final int ONE_NODE_S = 30;
    private static final int MORE_S = 60;
    private static final int NODE = 8;

    private Charge() {}

    static int seconds(int gpus) {
        if (gpus == 1) {
            return ONE_GPU_S;
        }
        return gpus <= NODE ? ONE_NODE_S : MORE_S;
    }
}
