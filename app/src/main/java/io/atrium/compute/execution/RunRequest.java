// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.util.List;
import java.util.Map;

/// What to run. The command is a program and its arguments, not a shell line; nothing of Atrium's environment is
/// passed on but what stands here.
///
/// Inside, the inputs lie under `/inputs/NAME`, a JDK under `/opt/java`, and `/work` (the working folder and home) and
/// `/tmp` may be written to.
///
/// @param seats GPUs on each node that the job was given; empty for a run that needs none
public record RunRequest(
        RunId id,
        List<String> command,
        Map<String, String> environment,
        RunLimits limits,
        List<ReadOnlyMount> inputs,
        List<Integer> seats) {
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
        this(id, command, environment, limits, inputs, List.of());
    }

    public RunRequest seated(List<Integer> gpusOfNodes) {
        return new RunRequest(id, command, environment, limits, inputs, gpusOfNodes);
    }
}
