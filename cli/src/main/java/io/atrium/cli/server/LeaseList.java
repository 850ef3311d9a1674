// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import io.atrium.cli.console.Table;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// `atrium lease list`: newest first.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the leases that you may see as firm or provider, newest first.")
final class LeaseList implements Callable<Integer> {

    @Option(names = "--max", defaultValue = "20", description = "How many at most (${DEFAULT-VALUE}).")
    private int max;

    @Mixin
    private Connection connection;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws CommandFailed {
        var words = connection.words();
        var leases = connection.openAsSomebody().pages("leases?", max);
        output.print(
                () -> people(leases, words),
                () -> Map.of("items", leases.stream().map(Server::plain).toList()));
        return ExitStatus.DONE.code();
    }

    private static Object people(List<JsonNode> leases, Words words) {
        if (leases.isEmpty()) {
            return words.of("lease.list.none");
        }
        var header = List.of("id", "name", "state", "gpus", "pool", "from", "to", "total").stream()
                .map(column -> words.of("lease." + column))
                .toList();
        return new Table(header, leases.stream().map(lease -> row(lease, words)).toList());
    }

    private static List<String> row(JsonNode lease, Words words) {
        return List.of(
                lease.path("id").asString(""),
                lease.path("name").asString(""),
                words.of("lease.state." + lease.path("state").asString("")),
                lease.path("gpus").asString(""),
                lease.path("pool").asString(""),
                lease.path("starts_on").asString(""),
                lease.path("ends_on").asString(""),
                Amounts.yuan(lease.path("total")));
    }
}
