// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Answers on the loopback as Atrium would: a text for each known token, 401 for every other.
final class FakeAtrium implements AutoCloseable {
    private final HttpServer server;

    FakeAtrium(Map<String, String> texts) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/scheduler-state", exchange -> {
            var text = texts.get(exchange.getRequestHeaders().getFirst("Authorization"));
            var bytes = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(text == null ? 401 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
