// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.api;

import io.atrium.admin.HealthReport;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.node.AppNodeView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The nodes of the installation.
@RestController
@RequestMapping("/api/v1/nodes")
@Tag(name = "nodes")
class NodesApi {

    private final HealthReport report;

    NodesApi(HealthReport report) {
        this.report = report;
    }

    record Nodes(List<Node> items) {}

    /// @param silentMillis since its last sign of life
    /// @param leadsSince absent for all but one
    record Node(
            String id,
            String name,
            String address,
            long process,
            String state,
            Instant startedAt,
            Instant seenAt,
            long silentMillis,
            @Nullable Instant workedAt,
            @Nullable Instant leadsSince) {

        static Node of(AppNodeView node) {
            return new Node(
                    node.id(),
                    node.name(),
                    node.address(),
                    node.process(),
                    node.state().name().toLowerCase(Locale.ROOT),
                    node.startedAt(),
                    node.seenAt(),
                    node.silent().toMillis(),
                    node.workedAt(),
                    node.leadsSince());
        }
    }

    @Operation(summary = "The nodes of the installation, the leader first; the same as on the page /health")
    @GetMapping
    Nodes list(Actor actor) {
        return new Nodes(report.nodes(actor).stream().map(Node::of).toList());
    }
}
