// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/// A program of a firm that listens, on this machine: what it got, and what it is told to answer.
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    volatile int status = 200;
    volatile String answer = "thanks";
    volatile String allowedOrigin = "*";
    private volatile IntConsumer beforeAnswer = _ -> {};

    public record Got(String path, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return Objects.requireNonNull(headers.get(name), name).getFirst();
        }
    }

    public Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public List<Got> got() {
        return List.copyOf(got);
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    /// Does something to whoever sends, told how many came, before it answers.
    public void beforeAnswer(IntConsumer what) {
        beforeAnswer = what;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                exchange.getResponseHeaders().set("WebHook-Allowed-Origin", allowedOrigin);
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            got.add(new Got(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body));
            beforeAnswer.accept(got.size());
            headers.forEach(exchange.getResponseHeaders()::set);
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
