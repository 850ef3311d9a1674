// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import io.atrium.compute.execution.RunId;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A provider's Slurm cluster (集群): where its slurmrestd answers, as whom Atrium works there, and what a job asks for.
///
/// @param name       stable; a pool and a run name the cluster by it
/// @param url        of slurmrestd, without a path
/// @param user       the cluster's user that owns the jobs
/// @param partition  absent: the cluster's default
/// @param account    absent: the user's default
/// @param gpuType    the type in the cluster's `gres.conf`; absent: any GPU
/// @param share      processor cores and memory for each GPU
/// @param workFolder a folder that the cluster's nodes share, as they see it; logs and checkpoints are written there
/// @param logFolder  the same folder as this machine sees it; absent: logs stay with the provider
/// @param plainHttp  whether the token may travel unencrypted to another machine
public record SlurmCluster(
        String name,
        URI url,
        String user,
        @Nullable String partition,
        @Nullable String account,
        @Nullable String gpuType,
        Share share,
        String workFolder,
        @Nullable Path logFolder,
        boolean plainHttp) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public record Share(int coresPerGpu, int memoryMibPerGpu) {}

    /// A token in the clear is worth as much as the cluster.
    boolean mayCarryToken() {
        return "https".equals(url.getScheme()) || plainHttp || LOOPBACK.contains(url.getHost());
    }

    /// Where the cluster keeps the checkpoints of that name.
    String checkpointsPath(String name) {
        return workFolder + "/" + checkpointsOf(name);
    }

    static String checkpointsOf(String name) {
        return new RunId(name) + ".checkpoints";
    }

    /// Where the cluster writes what a run prints.
    String logPath(String run) {
        return workFolder + "/" + run + ".log";
    }
}
