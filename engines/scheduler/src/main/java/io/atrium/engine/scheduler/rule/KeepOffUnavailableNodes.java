// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeState;

/// Starts nothing on a node that drains or is in maintenance. What runs there is left alone.
///
/// before: node-1 drain [##......]  node-2 [........]   job wants 4
/// after:  node-1 drain [##......]  node-2 [####....]
public final class KeepOffUnavailableNodes implements NodeRule {
    public static final KeepOffUnavailableNodes RULE = new KeepOffUnavailableNodes();

    @Override
    public boolean offers(Node node) {
        return node.state() == NodeState.UP;
    }
}
