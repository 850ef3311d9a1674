// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What to run. The command is a program and its arguments, not a shell line; nothing of Atrium's environment is
/// passed on but what stands here.
///
/// Inside, the inputs lie under `/inputs/NAME`, a JDK under `/opt/java`, and `/work` (the working folder and home) and
/// `/tmp` may be written to.
///
/// @param seats GPUs on each node that the job was given; empty for a run that needs none
/// @param perGpu what it needs at least with each GPU
/// @param checkpoints where it keeps what it will go on from; empty for a run that is not interrupted
public record RunRequest(
        RunId id,
        List<String> command,
        Map<String, String> environment,
        RunLimits limits,
        List<ReadOnlyMount> inputs,
        List<Integer> seats,
        PerGpu perGpu,
        Optional<Checkpoints> checkpoints) {

    /// CPUs and memory that a run needs with each of its GPUs (配比); nothing: what the machine gives anyway.
    public record PerGpu(int cpus, int memoryGib) {

        public static final PerGpu NOTHING = new PerGpu(0, 0);
    }

    /// A folder that outlives the run (检查点), named in `ATRIUM_CHECKPOINT_DIR`; the next run of the same name finds it.
    ///
    /// @param grace how long the run may take to end when it is told to
    public record Checkpoints(String name, long bytesMax, Duration grace) {}

    public RunRequest {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        inputs = List.copyOf(inputs);
        seats = List.copyOf(seats);
    }

    /// Without GPUs.
    public RunRequest(
            RunId id,
            List<String> command,
            Map<String, String> environment,
            RunLimits limits,
            List<ReadOnlyMount> inputs) {
        this(id, command, environment, limits, inputs, List.of(), PerGpu.NOTHING, Optional.empty());
    }

    public RunRequest seated(List<Integer> gpusOfNodes, PerGpu needed) {
        return new RunRequest(id, command, environment, limits, inputs, gpusOfNodes, needed, checkpoints);
    }

    public RunRequest keeping(Checkpoints folder) {
        return new RunRequest(id, command, environment, limits, inputs, seats, perGpu, Optional.of(folder));
    }
}
