// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A step of a lease. One that cannot be taken back asks first on a terminal; `--dry-run` says what it would do.
abstract class LeaseStep implements Callable<Integer> {

    @Parameters(paramLabel = "LEASE", description = "The lease's id.")
    private String lease = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only say what would happen.")
    private boolean dryRun;

    @Option(names = "--request-key", paramLabel = "KEY", description = "The same key twice does it once.")
    private @Nullable String key;

    @Mixin
    private Connection connection;

    @Mixin
    private Output output;

    /// The last part of its address.
    abstract String resource();

    /// What it brings along.
    Map<String, Object> body() {
        return Map.of();
    }

    @Override
    public final Integer call() throws CommandFailed {
        var words = connection.words();
        var server = connection.openAsSomebody();
        var found = server.get("leases/" + lease);
        var effect = words.of(
                "lease.effect." + resource(),
                lease,
                words.of("lease.state." + found.path("state").asString("")),
                found.path("ends_on").asString(""));
        if (dryRun) {
            var result = new LinkedHashMap<String, Object>();
            result.put("lease", lease);
            result.put("state", found.path("state").asString(""));
            result.put("done", false);
            output.print(() -> effect, () -> result);
            return ExitStatus.DONE.code();
        }
        if (!yes && Question.isDeclined(effect, words.of("lease.ask"))) {
            output.say(words.of("lease.kept"));
            return ExitStatus.FAILED.code();
        }
        var given = key == null ? "cli-" + UUID.randomUUID() : key;
        output.say(words.of("lease.key", given));
        var done = server.post("leases/" + lease + "/" + resource(), body(), given);
        output.print(
                () -> words.of(
                        "lease.done",
                        lease,
                        words.of("lease.state." + done.path("state").asString("")),
                        done.path("ends_on").asString("")),
                () -> Server.plain(done));
        return ExitStatus.DONE.code();
    }
}
