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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atrium job stop`: a waiting job is cancelled for nothing, a running one is billed for its time. On a terminal it
/// asks
/// first.
@Command(name = "stop", mixinStandardHelpOptions = true, description = "Stops a job; what it has used is billed.")
final class JobStop implements Callable<Integer> {

    @Parameters(paramLabel = "JOB", description = "The job's id.")
    private String job = "";

    @Option(names = "--reason", defaultValue = "", description = "Told in the job's history.")
    private String reason = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only say what would happen.")
    private boolean dryRun;

    @Option(names = "--request-key", paramLabel = "KEY", description = "The same key twice stops once.")
    private @Nullable String key;

    @Mixin
    private Connection connection;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws CommandFailed {
        var words = connection.words();
        var server = connection.openAsSomebody();
        var found = server.get("jobs/" + job);
        var state = found.path("state").asString("");
        var effect = words.of(
                "stop.effect." + (state.equals("QUEUED") ? "QUEUED" : "OTHER"),
                job,
                words.of("state." + state),
                Amounts.yuan(found.path("metered").path("list_price")));
        if (dryRun) {
            var result = new LinkedHashMap<String, Object>();
            result.put("job", job);
            result.put("state", state);
            result.put("stopped", false);
            output.print(() -> effect, () -> result);
            return ExitStatus.DONE.code();
        }
        if (!yes && Question.isDeclined(effect, words.of("stop.ask"))) {
            output.say(words.of("stop.kept"));
            return ExitStatus.FAILED.code();
        }
        var given = key == null ? "cli-" + UUID.randomUUID() : key;
        var done = server.post("jobs/" + job + "/cancellation", Map.of("reason", reason), given);
        output.print(() -> words.of("stop.done", job), () -> Server.plain(done));
        return ExitStatus.DONE.code();
    }
}
