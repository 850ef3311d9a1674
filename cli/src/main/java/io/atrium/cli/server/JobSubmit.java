// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `atrium job submit`: what it costs at most is held at once; `--dry-run` only says how much that would be.
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = "Submits a job; its cost at the time limit is held.")
final class JobSubmit implements Callable<Integer> {

    @Option(names = "--name", required = true, description = "What the job is called.")
    private String name = "";

    @ArgGroup(multiplicity = "1")
    private Wanted wanted = new Wanted();

    /// Whole GPUs, or a share of one.
    private static final class Wanted {

        @Option(names = "--gpus", required = true, description = "How many whole GPUs.")
        private @Nullable Integer gpus;

        @Option(
                names = "--gpu-share",
                required = true,
                paramLabel = "SHARE",
                description = "A share of one GPU instead: 1/2, 1/4, 1/7 or 1/8; a larger one may be given.")
        private @Nullable String share;
    }

    @Option(
            names = "--cpus-per-gpu",
            paramLabel = "CPUS",
            description = "At least so many CPUs with each whole GPU; a share gets its part.")
    private @Nullable Integer cpusPerGpu;

    @Option(
            names = "--memory-per-gpu",
            paramLabel = "GIB",
            description = "At least so much memory with each whole GPU, in GiB.")
    private @Nullable Integer memoryPerGpu;

    @Option(
            names = "--link-gbps",
            paramLabel = "GBPS",
            description = "A network of at least so many Gbit/s between the nodes.")
    private @Nullable Integer linkGbps;

    @Option(
            names = "--data-at",
            paramLabel = "PROVIDER",
            description = "Where its data lie: a provider's id, or one of its pools. Pools there come first.")
    private @Nullable String dataAt;

    @Option(names = "--limit", required = true, paramLabel = "TIME", description = "Longest run: 90m, 2h, 3d or PT90M.")
    private String limit = "";

    @Option(names = "--pool", description = "A pool; else the cheapest that can start it first.")
    private @Nullable String pool;

    @Option(names = "--model", description = "A GPU model; else any.")
    private @Nullable String model;

    @Option(names = "--project", description = "Your own word for what the job belongs to.")
    private @Nullable String project;

    @Option(names = "--workload", description = "A workload of Atrium's instead of a command: clean-corpus.")
    private @Nullable String workload;

    @Option(
            names = "--interruptible",
            description = "Its program keeps checkpoints in ATRIUM_CHECKPOINT_DIR: it may borrow idle GPUs beyond the"
                    + " quota, and be interrupted to give them back.")
    private boolean interruptible;

    @Option(
            names = "--needed-by",
            paramLabel = "DATE",
            description =
                    "When it is needed, with the offset: 2026-12-01T18:00+08:00. Orders your own jobs; stops none.")
    private @Nullable String neededBy;

    @Option(names = "--dry-run", description = "Only say what it would cost and when it would start.")
    private boolean dryRun;

    @Option(
            names = "--request-key",
            paramLabel = "KEY",
            description = "The same key twice submits once; one is made and told when none is given.")
    private @Nullable String key;

    @Parameters(paramLabel = "COMMAND", description = "Program and arguments, after --.")
    private List<String> command = List.of();

    @Mixin
    private Connection connection;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws CommandFailed {
        var words = connection.words();
        var body = body(words);
        var server = connection.openAsSomebody();
        if (dryRun) {
            var estimate = server.post("job-estimates", body, null);
            output.print(() -> estimate(estimate, words), () -> Server.plain(estimate));
            return ExitStatus.DONE.code();
        }
        var given = key == null ? "cli-" + UUID.randomUUID() : key;
        output.say(words.of("submit.key", given));
        var job = server.post("jobs", body, given);
        output.print(
                () -> words.of(
                        "submit.done",
                        job.path("id").asString(""),
                        job.path("pool").asString(""),
                        Amounts.yuan(job.path("held").path("list_price"))),
                () -> Server.plain(job));
        return ExitStatus.DONE.code();
    }

    private Map<String, Object> body(Words words) throws CommandFailed {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", name);
        body.put("workload", workload == null ? "command" : workload);
        body.put("command", command);
        putIfGiven(body, "gpus", wanted.gpus);
        putIfGiven(body, "gpu_share", wanted.share);
        putIfGiven(body, "cpus_per_gpu", cpusPerGpu);
        putIfGiven(body, "memory_gib_per_gpu", memoryPerGpu);
        putIfGiven(body, "link_gbps", linkGbps);
        putIfGiven(body, "data_at", dataAt);
        body.put("time_limit", Amounts.limit(limit, words).toString());
        putIfGiven(body, "pool", pool);
        putIfGiven(body, "gpu_model", model);
        putIfGiven(body, "project", project);
        if (interruptible) {
            body.put("interruptible", true);
        }
        if (neededBy != null) {
            body.put("needed_by", Amounts.date(neededBy, words).toString());
        }
        return body;
    }

    private static void putIfGiven(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    private static String estimate(JsonNode estimate, Words words) {
        var lines = new ArrayList<String>();
        lines.add(words.of(
                "submit.estimate",
                estimate.path("pool").asString(""),
                Amounts.yuan(estimate.path("price_per_gpu_hour")),
                Amounts.yuan(estimate.path("list_price"))));
        share(estimate, words).ifPresent(lines::add);
        nearData(estimate, words).ifPresent(lines::add);
        lines.add(words.of(
                "submit.split", Amounts.yuan(estimate.path("voucher_part")), Amounts.yuan(estimate.path("own_part"))));
        lines.add(WaitText.start(estimate.path("start"), words));
        WaitText.inTime(estimate.path("in_time"), estimate.path("needed_by"), words)
                .ifPresent(lines::add);
        lines.add(words.of("submit.nothing"));
        return String.join(System.lineSeparator(), lines);
    }

    private static Optional<String> share(JsonNode estimate, Words words) {
        var share = estimate.path("gpu_share").asString("1");
        return share.equals("1") ? Optional.empty() : Optional.of(words.of("submit.share", share));
    }

    static Optional<String> nearData(JsonNode told, Words words) {
        var near = told.path("near_data");
        return near.isBoolean()
                ? Optional.of(words.of(near.asBoolean() ? "near-data.yes" : "near-data.no"))
                : Optional.empty();
    }
}
