// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

class InMemoryClusterRunsTest extends ClusterRunsContract {

    private final ClusterRuns runs = new InMemoryClusterRuns();

    @Override
    protected ClusterRuns runs() {
        return runs;
    }
}
