// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.trace;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// Nodes of a replay by their number of GPUs, and the weights of tenants.
///
/// | file | columns |
/// |---|---|
/// | one line per node | node, gpus; nodes without GPUs are left out |
/// | one line per tenant | vc, nodes, gpus_per_node |
public final class FleetFile {
    private static final int GPUS_PER_NODE = 8;

    private FleetFile() {}

    public static SequencedMap<Integer, Integer> nodes(Path file) throws IOException, CommandFailed {
        var nodes = new TreeMap<Integer, Integer>();
        if (TraceFile.head(file).contains("gpus_per_node")) {
            TraceFile.read(
                    file,
                    Set.of("nodes", "gpus_per_node"),
                    line -> nodes.merge(
                            Math.toIntExact(line.whole("gpus_per_node")),
                            Math.toIntExact(line.whole("nodes")),
                            Integer::sum));
        } else {
            TraceFile.read(
                    file,
                    Set.of("node", "gpus"),
                    line -> nodes.merge(Math.toIntExact(line.whole("gpus")), 1, Integer::sum));
        }
        nodes.remove(0);
        if (nodes.isEmpty()) {
            throw new CommandFailed(
                    ExitStatus.FAILED, "NO_GPUS", "No node of " + file + " has a GPU.", "Give another file.");
        }
        return nodes;
    }

    /// So many GPUs: in nodes of eight, the last one smaller; processors stand alone.
    public static SequencedMap<Integer, Integer> nodes(int gpus, boolean areProcessors) {
        var nodes = new TreeMap<Integer, Integer>();
        if (areProcessors) {
            nodes.put(1, gpus);
            return nodes;
        }
        if (gpus >= GPUS_PER_NODE) {
            nodes.put(GPUS_PER_NODE, gpus / GPUS_PER_NODE);
        }
        if (gpus % GPUS_PER_NODE > 0) {
            nodes.put(gpus % GPUS_PER_NODE, 1);
        }
        return nodes;
    }

    /// The weight of a tenant is its number of nodes.
    public static Map<String, Integer> tenants(Path file) throws IOException, CommandFailed {
        var weights = new LinkedHashMap<String, Integer>();
        TraceFile.read(
                file,
                Set.of("vc", "nodes"),
                line -> weights.merge(line.text("vc"), Math.toIntExact(line.whole("nodes")), Integer::sum));
        return weights;
    }
}
