// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stand-in for slurmrestd that tells what a test wants it to, in the shape of either version. What the real one does
/// is tested against the real one.
final class ScriptedSlurm implements AutoCloseable {

    static final String TOKEN = "secret-token";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int version;
    private final HttpServer server;
    private final Map<Long, Map<String, Object>> jobs = new TreeMap<>();
    private final Map<Long, Map<String, Object>> accounted = new TreeMap<>();
    private int submissions;
    private boolean losesAnswers;
    private boolean losesSubmissions;
    private final List<String> signals = new ArrayList<>();
    private boolean losesAnswersToSignals;

    ScriptedSlurm(int version) {
        this.version = version;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    synchronized int submissions() {
        return submissions;
    }

    /// Submissions come through, their answers do not.
    synchronized void losesAnswers(boolean loses) {
        losesAnswers = loses;
    }

    /// Neither comes through.
    synchronized void losesSubmissions(boolean loses) {
        losesSubmissions = loses;
    }

    /// Signals come through, the answers to them do not.
    synchronized void losesAnswersToSignals(boolean loses) {
        losesAnswersToSignals = loses;
    }

    /// What was asked for by each signal, in order.
    synchronized List<String> signals() {
        return List.copyOf(signals);
    }

    synchronized void forgets(long job) {
        jobs.remove(job);
    }

    /// A job that nobody asked for by a submission of this test.
    synchronized void holds(long job, String name) {
        jobs.put(job, job(job, name, "PENDING", 0, 0));
    }

    synchronized void tells(long job, String state, long startSecond, long endSecond) {
        jobs.put(job, job(job, name(known(job)), state, startSecond, endSecond));
    }

    synchronized void accounts(long job, String name, long startSecond, long endSecond) {
        accounted.put(
                job,
                Map.of(
                        "job_id", job,
                        "name", name,
                        "state", Map.of("current", List.of("COMPLETED"), "reason", "None"),
                        "time", Map.of("start", startSecond, "end", endSecond),
                        "exit_code", Map.of("return_code", number(0))));
    }

    synchronized String state(long job) {
        return String.valueOf(known(job).get("job_state"));
    }

    private Map<String, Object> known(long job) {
        return Objects.requireNonNull(jobs.get(job));
    }

    private static String name(Map<String, Object> job) {
        return String.valueOf(job.get("name"));
    }

    private Map<String, Object> job(long id, String name, String state, long start, long end) {
        var job = new LinkedHashMap<String, Object>();
        job.put("job_id", id);
        job.put("name", name);
        job.put("job_state", version >= 40 ? List.of(state) : state);
        job.put("state_reason", state.equals("PENDING") ? "Resources" : "None");
        job.put("start_time", number(start));
        job.put("end_time", number(end));
        job.put("exit_code", version >= 40 ? Map.of("return_code", number(0)) : 0);
        return job;
    }

    private Object number(long value) {
        return version >= 40 ? Map.of("set", true, "infinite", false, "number", value) : value;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = exchange.getRequestBody().readAllBytes();
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-SLURM-USER-TOKEN"))) {
            send(exchange, 401, Map.of());
        } else if (path.equals("/openapi/v3")) {
            var paths = Map.of(at("/job/submit"), Map.of(), accounting(), Map.of(), at("/job/{job_id}"), described());
            send(exchange, 200, Map.of("paths", paths));
        } else if (path.equals(at("/ping"))) {
            send(exchange, 200, Map.of("errors", List.of()));
        } else if (path.equals(at("/job/submit"))) {
            submit(exchange, JSON.readTree(body));
        } else if (path.equals(at("/jobs"))) {
            send(exchange, 200, Map.of("jobs", List.copyOf(jobs.values())));
        } else if (path.startsWith("/slurmdb/")) {
            var found = accounted.get(number(path));
            send(exchange, 200, Map.of("jobs", found == null ? List.of() : List.of(found)));
        } else if (exchange.getRequestURI().getQuery() != null) {
            signal(exchange);
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            long id = number(path);
            jobs.put(id, job(id, name(known(id)), "CANCELLED", 0, 0));
            send(exchange, 200, Map.of());
        } else {
            one(exchange, jobs.get(number(path)));
        }
    }

    private Map<String, Object> described() {
        var signal = Map.of("name", "signal", "in", "query");
        var flags = Map.of("name", "flags", "in", "query");
        return Map.of("delete", Map.of("parameters", version >= 40 ? List.of(signal, flags) : List.of(signal)));
    }

    private void signal(HttpExchange exchange) throws IOException {
        signals.add(exchange.getRequestURI().getQuery());
        if (losesAnswersToSignals) {
            exchange.close();
            return;
        }
        send(exchange, 200, Map.of("errors", List.of()));
    }

    private void submit(HttpExchange exchange, JsonNode body) throws IOException {
        if (losesSubmissions) {
            exchange.close();
            return;
        }
        submissions++;
        long id = submissions;
        holds(id, body.path("job").path("name").asString());
        if (losesAnswers) {
            exchange.close();
            return;
        }
        send(exchange, 200, Map.of("job_id", id, "errors", List.of()));
    }

    private static void one(HttpExchange exchange, @Nullable Map<String, Object> job) throws IOException {
        if (job == null) {
            var unknown = Map.of("error_number", 2017, "error", "Invalid job id specified");
            send(exchange, 500, Map.of("errors", List.of(unknown), "jobs", List.of()));
        } else {
            send(exchange, 200, Map.of("jobs", List.of(job)));
        }
    }

    private String at(String path) {
        return "/slurm/v0.0." + version + path;
    }

    private String accounting() {
        return "/slurmdb/v0.0." + version + "/job/{job_id}";
    }

    private static long number(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
