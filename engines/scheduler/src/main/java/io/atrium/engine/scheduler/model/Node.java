// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Node (节点): one machine of a pool. How many of its GPUs are free follows from what runs; it is never stored here.
public record Node(NodeId id, PoolId pool, NodeState state) {}
