// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.running;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;

/// The peer: the JDK's HTTP server, which answers with the very bytes of Atrium's pages and does nothing else. What a
/// page costs beyond it is the price of sessions, rights, queries and templates.
public final class SameBytes implements AutoCloseable {

    private final HttpServer server;

    private SameBytes(HttpServer server) {
        this.server = server;
    }

    public static SameBytes of(Map<String, byte[]> pages) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var page = pages.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
                exchange.sendResponseHeaders(page.length == 0 ? 404 : 200, page.length == 0 ? -1 : page.length);
                exchange.getResponseBody().write(page);
            }
        });
        server.start();
        return new SameBytes(server);
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
