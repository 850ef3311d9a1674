// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `atrium lease show`: a lease with its periods, nodes and history.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a lease: terms, state, how to get in, periods, nodes, history.")
final class LeaseShow implements Callable<Integer> {

    @Parameters(paramLabel = "LEASE", description = "The lease's id.")
    private String lease = "";

    @Mixin
    private Connection connection;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws CommandFailed {
        var words = connection.words();
        var server = connection.openAsSomebody();
        var found = server.get("leases/" + lease);
        var details = server.get("leases/" + lease + "/details");
        var both = new LinkedHashMap<String, Object>();
        both.put("lease", Server.plain(found));
        both.put("details", Server.plain(details));
        output.print(() -> people(found, details, words), () -> both);
        return ExitStatus.DONE.code();
    }

    private static String people(JsonNode lease, JsonNode details, Words words) {
        var lines = new ArrayList<String>();
        lines.add(words.of(
                "lease.show.state",
                lease.path("id").asString(""),
                lease.path("name").asString(""),
                words.of("lease.state." + lease.path("state").asString(""))));
        lines.add(words.of(
                "lease.show.terms",
                lease.path("gpus").asString(""),
                lease.path("nodes").asString(""),
                lease.path("pool").asString(""),
                lease.path("starts_on").asString(""),
                lease.path("ends_on").asString("")));
        lines.add(words.of(
                "lease.show.price", Amounts.yuan(lease.path("price_per_gpu_hour")), Amounts.yuan(lease.path("total"))));
        if (details.path("access").isString()) {
            lines.add(words.of("lease.show.access", details.path("access").asString()));
        }
        if (!details.path("nodes").isEmpty()) {
            lines.add(words.of(
                    "lease.show.nodes",
                    details.path("nodes").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))));
        }
        if (details.path("jobs_on_nodes").asInt(0) > 0) {
            lines.add(words.of("lease.show.busy", details.path("jobs_on_nodes").asString("")));
        }
        details.path("periods")
                .valueStream()
                .map(period -> period(period, words))
                .forEach(lines::add);
        details.path("history").valueStream().map(LeaseShow::event).forEach(lines::add);
        return String.join(System.lineSeparator(), lines);
    }

    private static String period(JsonNode period, Words words) {
        return words.of(
                period.path("settled").asBoolean() ? "lease.show.period.billed" : "lease.show.period.held",
                period.path("number").asString(""),
                period.path("first_day").asString(""),
                period.path("last_day").asString(""),
                Amounts.yuan(period.path("voucher_part")),
                Amounts.yuan(period.path("own_part")));
    }

    private static String event(JsonNode event) {
        return ("  " + Amounts.moment(event.path("at")) + "  "
                        + event.path("kind").asString("") + "  "
                        + event.path("detail").asString(""))
                .stripTrailing();
    }
}
