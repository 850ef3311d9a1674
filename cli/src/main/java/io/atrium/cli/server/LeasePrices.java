// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import io.atrium.cli.console.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/// `atrium lease prices`: what pools ask for leases; public.
@Command(
        name = "prices",
        mixinStandardHelpOptions = true,
        description = "What pools ask for leases per GPU-hour in yuan, by the least number of days; needs no token.")
final class LeasePrices implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws CommandFailed {
        var words = connection.words();
        var prices = connection
                .open()
                .get("lease-prices")
                .path("items")
                .valueStream()
                .toList();
        output.print(
                () -> people(prices, words),
                () -> prices.stream().map(Server::plain).toList());
        return ExitStatus.DONE.code();
    }

    private static Object people(List<JsonNode> prices, Words words) {
        if (prices.isEmpty()) {
            return words.of("lease.prices.none");
        }
        var header = List.of(words.of("lease.pool"), words.of("lease.prices.days"), words.of("price.price"));
        return new Table(
                header,
                prices.stream()
                        .map(price -> List.of(
                                price.path("pool").asString(""),
                                price.path("days_min").asString(""),
                                Amounts.yuan(price.path("price_per_gpu_hour"))))
                        .toList());
    }
}
