// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Names a node (节点).
public record NodeId(String value) implements Comparable<NodeId> {
    public NodeId {
        Limits.requireName("NodeId", value);
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
