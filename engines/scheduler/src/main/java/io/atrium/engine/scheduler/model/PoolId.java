// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Names a pool (资源池).
public record PoolId(String value) implements Comparable<PoolId> {
    public PoolId {
        Limits.requireName("PoolId", value);
    }

    @Override
    public int compareTo(PoolId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
