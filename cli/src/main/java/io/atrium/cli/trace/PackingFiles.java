// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.trace;

import io.atrium.cli.CommandFailed;
import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Machine;
import io.atrium.engine.scheduler.model.NodeId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tasks and machines in the columns of the openb trace.
public final class PackingFiles {
    private static final Set<String> TASK = Set.of("cpu_milli", "memory_mib", "gpus", "gpu_milli");
    private static final Set<String> MACHINE = Set.of("node", "cpu_milli", "memory_mib", "gpus", "gpu_model");

    private PackingFiles() {}

    public static List<Ask> tasks(Path file) throws IOException, CommandFailed {
        return TraceFile.read(file, TASK, PackingFiles::task);
    }

    /// In the order of their names.
    public static List<Machine> machines(Path file) throws IOException, CommandFailed {
        return TraceFile.read(file, MACHINE, PackingFiles::machine).stream()
                .sorted(Comparator.comparing(Machine::id))
                .toList();
    }

    private static Ask task(TraceFile.Line line) {
        var models = Arrays.stream(line.text("gpu_models").split("\\|"))
                .filter(name -> !name.isBlank())
                .map(GpuModel::new)
                .collect(Collectors.toSet());
        return new Ask(
                Math.toIntExact(line.whole("cpu_milli")),
                Math.toIntExact(line.whole("memory_mib")),
                Math.toIntExact(line.whole("gpus")),
                Math.toIntExact(line.whole("gpu_milli")),
                models);
    }

    private static Machine machine(TraceFile.Line line) {
        return new Machine(
                new NodeId(line.text("node")),
                Math.toIntExact(line.whole("cpu_milli")),
                Math.toIntExact(line.whole("memory_mib")),
                Math.toIntExact(line.whole("gpus")),
                Optional.of(line.text("gpu_model"))
                        .filter(name -> !name.isEmpty())
                        .map(GpuModel::new));
    }
}
