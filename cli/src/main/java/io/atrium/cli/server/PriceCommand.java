// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import io.atrium.cli.console.Table;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `atrium price`: the price list (价目表) of a running Atrium; it is public and needs no token.
@Command(name = "price", mixinStandardHelpOptions = true, description = "The price list of a running Atrium.")
public final class PriceCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getErr());
        throw new CommandLine.ParameterException(command.commandLine(), "Which command?");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Pools with their price per GPU-hour in yuan, cheapest first, and their free GPUs.")
    int list(
            @Option(names = "--model", defaultValue = "", description = "Only one GPU model.") String model,
            @Mixin Connection connection,
            @Mixin Output output)
            throws CommandFailed {
        var words = connection.words();
        var pools = connection
                .open()
                .get("pools")
                .path("items")
                .valueStream()
                .filter(pool ->
                        model.isEmpty() || pool.path("gpu_model").asString("").equalsIgnoreCase(model))
                .sorted(Comparator.comparing(PriceCommand::price))
                .toList();
        output.print(
                () -> people(pools, words),
                () -> pools.stream().map(Server::plain).toList());
        return ExitStatus.DONE.code();
    }

    private static BigDecimal price(JsonNode pool) {
        return new BigDecimal(Amounts.yuan(pool.path("price_per_gpu_hour")));
    }

    private static Object people(List<JsonNode> pools, Words words) {
        if (pools.isEmpty()) {
            return words.of("price.none");
        }
        var header = List.of("pool", "provider", "model", "price", "free", "gpus", "link").stream()
                .map(column -> words.of("price." + column))
                .toList();
        return new Table(header, pools.stream().map(pool -> row(pool, words)).toList());
    }

    private static List<String> row(JsonNode pool, Words words) {
        return List.of(
                pool.path("id").asString(""),
                pool.path("provider_name_" + (words.language().startsWith("zh") ? "zh" : "en"))
                        .asString(""),
                pool.path("gpu_model").asString(""),
                Amounts.yuan(pool.path("price_per_gpu_hour")),
                pool.path("gpus_free").asString(""),
                pool.path("gpus").asString(""),
                pool.path("link_gbps").asString(""));
    }
}
