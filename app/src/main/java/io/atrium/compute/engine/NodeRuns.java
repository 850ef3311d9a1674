// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.engine;

import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.LocalProcessEngine;
import io.atrium.compute.execution.UserRange;
import io.atrium.kernel.node.AppNodeView;
import io.atrium.kernel.node.AppNodeView.Place;
import io.atrium.kernel.node.AppNodes;
import io.atrium.kernel.node.NodeFolder;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The runs on nodes' machines: they lie in the data folder of the node that was asked, and outlive its process. While
/// a
/// node of this machine is gone, another one may look after them: nobody holds the folder then.
@Component
public class NodeRuns {

    private static final String FOLDER = "runs";

    private final AppNodes nodes;
    private final InstantSource clock;

    NodeRuns(AppNodes nodes, InstantSource systemClock) {
        this.nodes = nodes;
        this.clock = systemClock;
    }

    /// Another node's runs, for as long as this is open: that node cannot start meanwhile.
    public record Adopted(NodeFolder folder, ExecutionEngine engine) implements AutoCloseable {
        @Override
        public void close() {
            folder.close();
        }
    }

    /// Empty when the node is on another machine, or its process is there all the same.
    public Optional<Adopted> adopt(AppNodeView node) {
        if (!node.place().machine().equals(nodes.place().machine())) {
            return Optional.empty();
        }
        return NodeFolder.tryOpen(node).map(folder -> new Adopted(folder, engine(node.place(), clock)));
    }

    /// Nodes of one machine lend their runs different users.
    public static LocalProcessEngine engine(Place place, InstantSource clock) {
        return new LocalProcessEngine(place.folder().resolve(FOLDER), clock, UserRange.ofSlot(place.slot()));
    }
}
