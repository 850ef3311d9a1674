// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// The part of a gang that sits on one node.
///
/// @param gpus how many pieces of the pool: whole GPUs, or shares of GPUs where it sells shares
public record Slice(NodeId node, int gpus) {
    public Slice {
        Limits.require(gpus >= 1, "a slice holds at least one GPU");
    }
}
