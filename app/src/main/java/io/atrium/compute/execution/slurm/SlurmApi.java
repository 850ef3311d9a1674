// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import io.atrium.compute.execution.RunRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is said to one slurmrestd. The version is agreed on at the first word, and again when it is not known any more.
///
/// A cluster that does not answer is left alone for some seconds: whoever asks meanwhile learns so at once.
final class SlurmApi {

    static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final Duration CONNECT_MAX = Duration.ofSeconds(3);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    /// The list of all jobs of a large cluster.
    private static final long ANSWER_BYTES_MAX = 256L << 20;

    private static final int OK_MAX = 299;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    /// Slurm's own numbers: requests that it cannot serve, and the job that it does not know.
    private static final int REQUEST_ERRORS_FIRST = 2000;

    private static final int REQUEST_ERRORS_LAST = 2999;
    private static final int JOB_UNKNOWN = 2017;

    private final SlurmCluster cluster;
    private final Supplier<String> token;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_MAX)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private volatile @Nullable Agreed agreed;
    private volatile Instant silentUntil = Instant.MIN;

    /// @param token asked for each time, since tokens run out and are renewed
    SlurmApi(SlurmCluster cluster, Supplier<String> token, InstantSource clock) {
        this.cluster = cluster;
        this.token = token;
        this.clock = clock;
    }

    /// @param hasAccounting whether slurmrestd also answers for the accounting (slurmdbd)
    /// @param takesFlags    whether a signal reaches the whole job only where that is said; else it always does
    private record Agreed(SlurmVersion version, boolean hasAccounting, boolean takesFlags) {}

    /// What came of a submission.
    sealed interface Submitted {
        record Accepted(long job) implements Submitted {}

        /// The cluster answered and holds no job that will run.
        record Refused(String problem, long number) implements Submitted {}
    }

    Submitted submit(RunRequest run) throws SlurmUnavailable {
        // A controller that is away, or a token that has run out, is found here: what fails later may have come
        // through.
        var spoken = ping();
        var body = json.writeValueAsString(new Submission(cluster, spoken).of(run));
        var answer = send(request("/slurm/" + spoken + "/job/submit")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        var problem = problem(answer.body());
        var job = SlurmJson.number(answer.body().path("job_id"));
        if (job > 0 && problem.isEmpty()) {
            return new Submitted.Accepted(job);
        }
        return problem.filter(Problem::isOfTheRequest)
                .<Submitted>map(found -> new Submitted.Refused(found.words(), found.number()))
                .orElseThrow(() -> unexpected(answer));
    }

    /// Empty when the cluster does not know the job any more.
    Optional<SlurmJob> job(long id) throws SlurmUnavailable {
        var answer = send(request("/slurm/" + spoken() + "/job/" + id).GET());
        var problem = problem(answer.body());
        if (problem.isPresent() && problem.get().number() == JOB_UNKNOWN) {
            return Optional.empty();
        }
        requireWell(answer, problem);
        return SlurmJson.jobs(answer.body()).stream()
                .filter(job -> job.id() == id)
                .findFirst();
    }

    /// Every job that the cluster still knows, those that ended some minutes ago included.
    List<SlurmJob> jobs() throws SlurmUnavailable {
        var answer = send(request("/slurm/" + spoken() + "/jobs").GET());
        requireWell(answer, problem(answer.body()));
        return SlurmJson.jobs(answer.body());
    }

    /// From the accounting; empty where there is none, or it does not know the job.
    Optional<SlurmJob> accounted(long id) throws SlurmUnavailable {
        var spoken = agreed();
        if (!spoken.hasAccounting()) {
            return Optional.empty();
        }
        var answer = send(request("/slurmdb/" + spoken.version() + "/job/" + id).GET());
        requireWell(answer, problem(answer.body()));
        return SlurmJson.accounted(answer.body()).stream()
                .filter(job -> job.id() == id)
                .findFirst();
    }

    /// Does nothing to a job that has ended.
    void cancel(long id) throws SlurmUnavailable {
        var answer = send(request("/slurm/" + spoken() + "/job/" + id).DELETE());
        requireWell(answer, problem(answer.body()).filter(found -> !found.isOfTheRequest()));
    }

    /// Sends SIGTERM to all processes of a job; one that waits or has ended does not notice. A cluster that is away is
    /// found before.
    void terminate(long id) throws SlurmUnavailable {
        var path =
                "/slurm/" + ping() + "/job/" + id + "?signal=TERM" + (agreed().takesFlags() ? "&flags=FULL_JOB" : "");
        var answer = send(request(path).DELETE());
        requireWell(answer, problem(answer.body()).filter(found -> !found.isOfTheRequest()));
    }

    /// Asks whether the controller answers; the version that is spoken.
    SlurmVersion ping() throws SlurmUnavailable {
        var spoken = spoken();
        try {
            var answer = send(request("/slurm/" + spoken + "/ping").GET());
            requireWell(answer, problem(answer.body()));
            return spoken;
        } catch (SlurmUnavailable e) {
            throw new SlurmUnavailable(e.words(), false);
        }
    }

    private SlurmVersion spoken() throws SlurmUnavailable {
        return agreed().version();
    }

    private Agreed agreed() throws SlurmUnavailable {
        var known = agreed;
        if (known != null) {
            return known;
        }
        var answer = send(request("/openapi/v3").GET());
        requireWell(answer, Optional.empty());
        var described = answer.body().path("paths");
        var paths = described.propertyNames();
        var version = SlurmVersion.among(paths).orElseThrow(() -> new SlurmUnavailable(noCommonVersion(paths), false));
        var fresh = new Agreed(
                version,
                paths.contains("/slurmdb/" + version + "/job/{job_id}"),
                takesFlags(described.path("/slurm/" + version + "/job/{job_id}")));
        agreed = fresh;
        return fresh;
    }

    private static boolean takesFlags(JsonNode job) {
        return job.path("delete")
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").asString("").equals("flags"));
    }

    private static String noCommonVersion(Collection<String> paths) {
        return "slurmrestd speaks no version from v0.0." + SlurmVersion.MIN + " to v0.0." + SlurmVersion.MAX + " ("
                + paths.size() + " paths)";
    }

    private HttpRequest.Builder request(String path) throws SlurmUnavailable {
        if (!cluster.mayCarryToken()) {
            throw new SlurmUnavailable(
                    "a token is not sent unencrypted to " + cluster.url().getHost(), false);
        }
        if (clock.instant().isBefore(silentUntil)) {
            throw new SlurmUnavailable("it did not answer a moment ago", false);
        }
        return HttpRequest.newBuilder(cluster.url().resolve(path))
                .timeout(ANSWER_MAX)
                .header("X-SLURM-USER-NAME", cluster.user())
                .header("X-SLURM-USER-TOKEN", readToken());
    }

    /// A file that is away for a moment, as while a token is renewed, is a cluster that is away for a moment.
    private String readToken() throws SlurmUnavailable {
        try {
            return token.get();
        } catch (UncheckedIOException _) {
            throw new SlurmUnavailable("the token of user " + cluster.user() + " cannot be read", false);
        }
    }

    private record Answer(int status, JsonNode body) {}

    private Answer send(HttpRequest.Builder request) throws SlurmUnavailable {
        try {
            var answer = http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), ANSWER_BYTES_MAX));
            return read(answer);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw silent("nobody answers at " + cluster.url(), false);
        } catch (IOException e) {
            throw silent("the connection broke: " + e.getClass().getSimpleName(), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlurmUnavailable("interrupted", true);
        }
    }

    private Answer read(HttpResponse<String> answer) throws SlurmUnavailable {
        if (answer.statusCode() == UNAUTHORIZED) {
            throw new SlurmUnavailable("the token of user " + cluster.user() + " is not accepted", false);
        }
        if (answer.statusCode() == NOT_FOUND) {
            agreed = null; // the cluster may have been renewed
        }
        try {
            return new Answer(answer.statusCode(), json.readTree(answer.body()));
        } catch (JacksonException e) {
            throw new SlurmUnavailable("it answered " + answer.statusCode() + " without JSON", true);
        }
    }

    private SlurmUnavailable silent(String words, boolean sent) {
        silentUntil = clock.instant().plus(LEFT_ALONE);
        return new SlurmUnavailable(words, sent);
    }

    private record Problem(String words, long number) {
        /// About what was asked, not about the way there: asking again would not help.
        boolean isOfTheRequest() {
            return number >= REQUEST_ERRORS_FIRST && number <= REQUEST_ERRORS_LAST;
        }
    }

    private static Optional<Problem> problem(JsonNode body) {
        return body.path("errors").valueStream().findFirst().map(error -> {
            var number = error.has("error_number") ? error.path("error_number") : error.path("error_code");
            var words = error.path("error").asString("");
            return new Problem(
                    words.isBlank() ? error.path("description").asString("") : words, SlurmJson.number(number));
        });
    }

    private static void requireWell(Answer answer, Optional<Problem> problem) throws SlurmUnavailable {
        if (answer.status() > OK_MAX || problem.isPresent()) {
            throw unexpected(answer);
        }
    }

    private static SlurmUnavailable unexpected(Answer answer) {
        var words = problem(answer.body()).map(problem -> problem.words() + " (" + problem.number() + ")");
        return new SlurmUnavailable(
                "it answered " + answer.status()
                        + words.map(text -> ": " + text).orElse(""),
                true);
    }
}
