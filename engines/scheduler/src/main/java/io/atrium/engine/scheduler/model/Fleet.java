// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Fleet (算力总池): the pools of all providers and their nodes, in one canonical order (by id), whatever order came in.
public record Fleet(List<Pool> pools, List<Node> nodes) {
    public Fleet {
        Limits.require(nodes.size() <= Limits.NODES_MAX, "a fleet has at most " + Limits.NODES_MAX + " nodes");
        pools = pools.stream().sorted(comparing(Pool::id)).toList();
        nodes = nodes.stream().sorted(comparing(Node::id)).toList();
        var poolIds = new HashSet<PoolId>();
        pools.forEach(pool -> Limits.require(poolIds.add(pool.id()), "pool twice: " + pool.id()));
        var nodeIds = new HashSet<NodeId>();
        for (var node : nodes) {
            Limits.require(nodeIds.add(node.id()), "node twice: " + node.id());
            Limits.require(poolIds.contains(node.pool()), "node " + node.id() + " names an unknown pool");
        }
    }

    public Map<PoolId, List<Node>> nodesByPool() {
        return nodes.stream().collect(groupingBy(Node::pool));
    }
}
