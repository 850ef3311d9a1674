// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import io.atrium.cli.console.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// `atrium job list`: newest first.
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the jobs that you may see, newest first.")
final class JobList implements Callable<Integer> {

    enum State {
        QUEUED,
        PLACED,
        RUNNING,
        ENDED,
        SETTLED,
        CANCELLED
    }

    @Option(names = "--state", description = "Only in one state: ${COMPLETION-CANDIDATES}.")
    private @Nullable State state;

    @Option(names = "--max", defaultValue = "20", description = "How many at most (${DEFAULT-VALUE}).")
    private int max;

    @Mixin
    private Connection connection;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws CommandFailed {
        var words = connection.words();
        var jobs = connection.openAsSomebody().pages("jobs?" + (state == null ? "" : "state=" + state + "&"), max);
        output.print(
                () -> people(jobs, words),
                () -> Map.of("items", jobs.stream().map(Server::plain).toList()));
        return ExitStatus.DONE.code();
    }

    private static Object people(List<JsonNode> jobs, Words words) {
        if (jobs.isEmpty()) {
            return words.of("list.none");
        }
        var header = List.of("id", "name", "state", "gpus", "pool", "submitted", "cost", "marks").stream()
                .map(column -> words.of("list." + column))
                .toList();
        return new Table(header, jobs.stream().map(job -> row(job, words)).toList());
    }

    static List<String> row(JsonNode job, Words words) {
        var outcome = job.path("outcome").asString("");
        var told = outcome.isEmpty() ? "state." + job.path("state").asString("") : "outcome." + outcome;
        return List.of(
                job.path("id").asString(""),
                job.path("name").asString(""),
                words.has(told) ? words.of(told) : told.toLowerCase(Locale.ROOT),
                gpus(job),
                job.path("pool").asString(""),
                Amounts.moment(job.path("submitted_at")),
                Amounts.yuan(job.path("metered").path("list_price")),
                marks(job, words));
    }

    /// When it is needed and whether it will be in time; whether it may be interrupted, or was.
    private static String marks(JsonNode job, Words words) {
        var marks = new ArrayList<String>();
        if (job.path("needed_by").isString()) {
            var verdict = job.path("in_time").asString("");
            var date = words.of("list.mark.by", Amounts.moment(job.path("needed_by")));
            marks.add(verdict.isEmpty() ? date : date + " " + words.of("in-time." + verdict));
        }
        if (job.path("interruptible").asBoolean(false)) {
            marks.add(words.of("list.mark." + course(job), job.path("run").asString("1")));
        }
        return String.join(", ", marks);
    }

    private static String course(JsonNode job) {
        if (job.path("asked_back_at").isString()) {
            return "asked-back";
        }
        return job.path("run").asInt(1) > 1 ? "interrupted" : "interruptible";
    }

    /// So many whole ones, or the one share.
    private static String gpus(JsonNode job) {
        var share = job.path("gpu_share").asString("1");
        return share.equals("1") ? job.path("gpus").asString("") : share;
    }
}
