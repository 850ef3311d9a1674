// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.index;

import io.atrium.engine.scheduler.model.NodeId;

/// A bug: a node would carry less than nothing or more than it has. Nothing is placed on top of a broken count.
public final class FleetLoadOutOfBounds extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public FleetLoadOutOfBounds(NodeId node, int load, int capacity) {
        super("node " + node + " would carry " + load + " of " + capacity + " GPUs");
    }
}
