// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atrium lease request`: asks the provider to sign; nothing is held until it does.
@Command(
        name = "request",
        mixinStandardHelpOptions = true,
        description = "Asks the provider to sign a lease at the price in force; nothing is held until it does.")
final class LeaseRequest implements Callable<Integer> {

    @Option(names = "--name", required = true, description = "What the lease is called.")
    private String name = "";

    @Mixin
    private LeaseWish wish;

    @Option(names = "--dry-run", description = "Only say what it would cost.")
    private boolean dryRun;

    @Option(
            names = "--request-key",
            paramLabel = "KEY",
            description = "The same key twice asks once; one is made and told when none is given.")
    private @Nullable String key;

    @Mixin
    private Connection connection;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws CommandFailed {
        var words = connection.words();
        var server = connection.openAsSomebody();
        var body = wish.body(name);
        if (dryRun) {
            LeaseQuote.tell(server, body, words, output);
            return ExitStatus.DONE.code();
        }
        var given = key == null ? "cli-" + UUID.randomUUID() : key;
        output.say(words.of("lease.key", given));
        var lease = server.post("leases", body, given);
        output.print(
                () -> words.of("lease.request.done", lease.path("id").asString(""), Amounts.yuan(lease.path("total"))),
                () -> Server.plain(lease));
        return ExitStatus.DONE.code();
    }
}
