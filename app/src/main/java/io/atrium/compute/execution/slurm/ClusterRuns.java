// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import io.atrium.compute.execution.RunId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Keeps the runs on clusters, so that a crash between two steps loses none.
public interface ClusterRuns {

    Optional<ClusterRun> find(RunId id);

    /// False, and nothing is kept, when the run is there already.
    boolean add(ClusterRun run);

    void save(ClusterRun run);

    /// Puts a submission in the place of an older one, unless the run was submitted anew or found meanwhile.
    boolean claim(ClusterRun before, ClusterRun after);

    /// Takes back a run that the cluster refused.
    void remove(RunId id);

    List<ClusterRun> findAll(Collection<RunId> ids);

    /// Forgotten runs of a cluster whose checkpoints were not cleared yet.
    List<ClusterRun> toClear(String cluster, int max);
}
