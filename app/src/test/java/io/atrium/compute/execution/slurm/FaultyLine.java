// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.Executors;

/// The line between Atrium and a slurmrestd, with the faults that a line has.
public final class FaultyLine implements AutoCloseable {

    private static final Set<String> CARRIED = Set.of("x-slurm-user-name", "x-slurm-user-token", "content-type");

    private final URI target;
    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile Fault fault = Fault.NONE;

    public enum Fault {
        NONE,
        /// Nothing arrives, no answer comes.
        CUT,
        /// Submissions arrive, their answers do not.
        ANSWERS_TO_SUBMISSIONS_LOST,
        /// Every submission arrives twice.
        SUBMISSIONS_DOUBLED
    }

    public FaultyLine(URI target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::carry);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void has(Fault next) {
        fault = next;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void carry(HttpExchange exchange) throws IOException {
        var now = fault;
        boolean isSubmission = exchange.getRequestURI().getPath().endsWith("/job/submit");
        if (now == Fault.CUT) {
            exchange.close();
            return;
        }
        var body = exchange.getRequestBody().readAllBytes();
        if (isSubmission && now == Fault.SUBMISSIONS_DOUBLED) {
            forward(exchange, body);
        }
        var answer = forward(exchange, body);
        if (isSubmission && now == Fault.ANSWERS_TO_SUBMISSIONS_LOST) {
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private record Answer(int status, byte[] body) {}

    private Answer forward(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(
                        target.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (CARRIED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
