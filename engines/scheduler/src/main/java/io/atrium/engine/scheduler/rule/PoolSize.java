// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Pool;

/// A pool with all of its nodes, whatever their state: what it could hold when empty and healthy.
public record PoolSize(Pool pool, int nodes) {
    public int gpus() {
        return nodes * pool.piecesPerNode();
    }
}
