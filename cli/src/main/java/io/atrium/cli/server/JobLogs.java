// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `atrium job logs`: what a job printed so far, or, followed, until it ends.
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Prints what a job printed.")
final class JobLogs implements Callable<Integer> {

    private static final long PAUSE_NANOS = 1_000_000_000L;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "JOB", description = "The job's id.")
    private String job = "";

    @Option(names = "--follow", description = "Go on until the job has ended; Ctrl-C leaves, the job goes on.")
    private boolean follow;

    @Mixin
    private Connection connection;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws CommandFailed {
        var server = connection.openAsSomebody();
        var all = new ArrayList<String>();
        long after = 0;
        while (true) {
            var piece = server.get("jobs/" + job + "/log?after=" + after);
            var lines =
                    piece.path("lines").valueStream().map(JsonNode::asString).toList();
            all.addAll(lines);
            tell(lines);
            long next = piece.path("next").longValue();
            boolean isThrough = piece.path("done").asBoolean() || (!follow && next == after);
            if (isThrough || Thread.currentThread().isInterrupted()) {
                break;
            }
            if (next == after) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            after = next;
        }
        if (output.isForPrograms()) {
            var result = new LinkedHashMap<String, Object>();
            result.put("job", job);
            result.put("lines", all);
            output.print(() -> "", () -> result);
        }
        return ExitStatus.DONE.code();
    }

    private void tell(List<String> lines) {
        if (output.isForPrograms()) {
            return;
        }
        var out = command.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
