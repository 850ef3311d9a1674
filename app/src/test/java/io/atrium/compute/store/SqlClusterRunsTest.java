// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import io.atrium.compute.execution.slurm.ClusterRuns;
import io.atrium.compute.execution.slurm.ClusterRunsContract;
import io.atrium.testing.AtriumTest;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class SqlClusterRunsTest extends ClusterRunsContract {

    @Autowired
    ClusterRuns runs;

    @Override
    protected ClusterRuns runs() {
        return runs;
    }
}
