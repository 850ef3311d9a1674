// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/// `atrium lease quote`: what it would cost; nothing is asked.
@Command(
        name = "quote",
        mixinStandardHelpOptions = true,
        description = "Says what a lease would cost; asks nobody and holds nothing.")
final class LeaseQuote implements Callable<Integer> {

    /// A quote needs a name as a request does.
    private static final String UNNAMED = "quote";

    @Mixin
    private LeaseWish wish;

    @Mixin
    private Connection connection;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws CommandFailed {
        tell(connection.openAsSomebody(), wish.body(UNNAMED), connection.words(), output);
        return ExitStatus.DONE.code();
    }

    static void tell(Server server, Map<String, Object> body, Words words, Output output) throws CommandFailed {
        var quote = server.post("leases/quotes", body, null);
        output.print(() -> people(quote, words), () -> Server.plain(quote));
    }

    private static String people(JsonNode quote, Words words) {
        return String.join(
                System.lineSeparator(),
                words.of(
                        "lease.quote.total",
                        quote.path("nodes").asString(""),
                        Amounts.yuan(quote.path("price_per_gpu_hour")),
                        Amounts.yuan(quote.path("total"))),
                words.of(
                        "lease.quote.first",
                        Amounts.yuan(quote.path("first_period")),
                        Amounts.yuan(quote.path("first_voucher_part")),
                        Amounts.yuan(quote.path("first_own_part"))),
                words.of("lease.quote.sign-by", Amounts.moment(quote.path("sign_by"))),
                words.of("lease.quote.nothing"));
    }
}
