// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `atrium job explain`: why a job waits, what would help, when it starts; where it sits, its history, and what
/// interruptions cost.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says why a job waits and when it starts, or where it runs.")
final class JobExplain implements Callable<Integer> {

    @Parameters(paramLabel = "JOB", description = "The job's id.")
    private String job = "";

    @Mixin
    private Connection connection;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws CommandFailed {
        var words = connection.words();
        var explained = connection.openAsSomebody().get("jobs/" + job + "/explain");
        output.print(() -> people(explained, words), () -> Server.plain(explained));
        return ExitStatus.DONE.code();
    }

    static String people(JsonNode explained, Words words) {
        var lines = new ArrayList<String>();
        var state = explained.path("state").asString("");
        lines.add(words.of("explain.state", explained.path("job").asString(""), words.of("state." + state)));
        WaitText.inTime(explained.path("in_time"), explained.path("needed_by"), words)
                .ifPresent(lines::add);
        var start = explained.path("start");
        if (start.isObject()) {
            lines.addAll(WaitText.of(start, words));
        }
        JobSubmit.nearData(explained, words).ifPresent(lines::add);
        var share = explained.path("gpu_share").asString("1");
        var seats = explained
                .path("placement")
                .valueStream()
                .map(seat -> seat.path("node").asString("") + " × "
                        + (share.equals("1") ? seat.path("gpus").asString("") : share))
                .toList();
        if (!seats.isEmpty()) {
            lines.add(words.of("explain.seats", String.join(", ", seats)));
        }
        explained
                .path("history")
                .valueStream()
                .map(event -> event(event, words))
                .forEach(lines::add);
        explained
                .path("interruptions")
                .valueStream()
                .map(each -> InterruptionText.of(each, words))
                .forEach(lines::add);
        return String.join(System.lineSeparator(), lines);
    }

    private static String event(JsonNode event, Words words) {
        var kind = event.path("kind").asString("");
        var told = words.has("state." + kind) ? words.of("state." + kind) : kind;
        return ("  " + Amounts.moment(event.path("at")) + "  " + told + "  "
                        + event.path("detail").asString(""))
                .stripTrailing();
    }
}
