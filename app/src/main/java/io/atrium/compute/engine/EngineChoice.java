// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.engine;

/// An engine that a pool may use.
///
/// @param name    stable, `local-process` or `slurm:NAME`
/// @param where   of a cluster: its address; else empty
public record EngineChoice(String name, String where) {
    public boolean isCluster() {
        return !where.isEmpty();
    }
}
