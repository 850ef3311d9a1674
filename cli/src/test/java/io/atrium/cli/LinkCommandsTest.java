// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the command line asks for and tells of the network between nodes.
class LinkCommandsTest {

    private static final String POOLS = """
            {"items":[
             {"id":"fast","gpu_model":"H800","price_per_gpu_hour":{"amount":"12.60"},"gpus":64,"gpus_free":8,"link_gbps":400},
             {"id":"unsaid","gpu_model":"H800","price_per_gpu_hour":{"amount":"9.20"},"gpus":64,"gpus_free":8}]}""";
    private static final String ESTIMATE = """
            {"pool":"fast","price_per_gpu_hour":{"amount":"12.60"},"list_price":{"amount":"201.60"},"gpu_share":"1",
             "link_gbps":400,"voucher_part":{"amount":"0.00"},"own_part":{"amount":"201.60"},"start":{"position":0}}""";

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final StringWriter out = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/api/v1/pools", POOLS);
        answer("/api/v1/job-estimates", ESTIMATE);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private int run(String... words) {
        var writer = new PrintWriter(out, true);
        return AtriumCommand.run(List.of(words), writer, writer);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private int estimate(String... more) throws IOException {
        var token = Files.writeString(folder.resolve("token"), "secret");
        var words = new ArrayList<>(List.of(
                "job", "submit", "--name", "n", "--gpus", "16", "--limit", "1h", "--dry-run", "--server", address()));
        words.addAll(List.of("--token-file", token.toString()));
        words.addAll(List.of(more));
        words.addAll(List.of("--", "true"));
        return run(words.toArray(String[]::new));
    }

    @Test
    void asksForALinkOnlyWhenOneIsGiven() throws IOException {
        assertThat(estimate("--link-gbps", "200")).as(out.toString()).isZero();
        assertThat(asked).singleElement().asString().contains("\"link_gbps\":200");
        assertThat(estimate()).isZero();
        assertThat(asked.getLast()).doesNotContain("link_gbps");
        assertThat(estimate("--link-gbps", "fast")).isEqualTo(ExitStatus.WRONG_USAGE.code());
    }

    @Test
    void thePriceListSaysTheLinkOfEachPool() {
        assertThat(run("price", "list", "--server", address()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).containsPattern("fast .*8 +64 +400").containsPattern("unsaid .*8 +64\\s");
    }

    @Test
    void aSnapshotMaySayLinks() throws IOException {
        var snapshot = Files.writeString(folder.resolve("links.csv"), """
                pool,slow,one,H800,8,1,100,link-gbps=100
                pool,fast,two,H800,8,1,900,link-gbps=400
                waits,wide,firm,8,60,link-gbps=200
                waits,wider,firm,8,60,link-gbps=401
                """);
        assertThat(run("compute", "round", snapshot.toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).containsPattern("wide .*fast").containsPattern("wider .*LinkTooFast");
    }
}
