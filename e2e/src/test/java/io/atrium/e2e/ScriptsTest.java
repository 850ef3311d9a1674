// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The small scripts by themselves, in a real browser, against a server that answers as the test says.
class ScriptsTest {

    private static final Path COMPONENTS = Path.of("../app/src/main/jte");
    private static final String HIDE =
            "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
                    + " document.dispatchEvent(new Event('visibilitychange')); }";

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final CountDownLatch hasMoved = new CountDownLatch(1);
    private HttpServer server;
    private Page page;

    @BeforeEach
    void open() throws IOException {
        var browser = Chromium.get();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/progress", exchange -> answer(exchange, 200, live(asked.incrementAndGet())));
        server.start();
        page = browser.newPage();
    }

    @AfterEach
    void close() {
        mayAnswer.countDown();
        hasMoved.countDown();
        if (page != null) {
            page.close();
            server.stop(0);
        }
    }

    @Test
    @Tag("LNG-6")
    void aRegionPollsWithoutItsStreamAndRestsWhileNobodySeesIt() {
        page.clock().install();
        server.createContext("/stream", exchange -> answer(exchange, 503, ""));
        show(live(0), "component/live/live.js", "operation/operation.js");
        page.clock().runFor(5_000);
        page.waitForFunction("document.querySelector('atrium-live').textContent === '1'");

        page.evaluate(HIDE, true);
        page.clock().runFor(60_000);
        assertThat(asked).hasValue(1);

        page.evaluate(HIDE, false);
        page.clock().runFor(5_000);
        page.waitForFunction("document.querySelector('atrium-live').textContent === '2'");
    }

    @Test
    @Tag("LNG-6")
    void aRegionIsRenewedAtOnceWhenItsStreamSaysSo() {
        page.clock().install();
        server.createContext("/stream", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            await(hasMoved);
            exchange.getResponseBody().write("event: moved\ndata: 1\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(mayAnswer);
            exchange.close();
        });
        show(live(0), "component/live/live.js", "operation/operation.js");
        assertThat(asked).as("the clock stands still: nothing is polled").hasValue(0);
        hasMoved.countDown();
        page.waitForFunction("document.querySelector('atrium-live').textContent === '1'");
    }

    @Test
    @Tag("HTX-7")
    void aButtonIsBusyUntilTheAnswerAndASecondClickSendsNothing() {
        server.createContext("/slow", exchange -> {
            asked.incrementAndGet();
            await(mayAnswer);
            answer(exchange, 200, "<main id=main>done</main>");
        });
        show("<form action=/slow method=post><button type=submit>提交</button></form>", "component/form/busy.js");
        var busy =
                page.evaluate("() => { const button = document.querySelector('button'); button.click(); button.click();"
                        + " return button.getAttribute('aria-busy'); }");
        assertThat(busy).isEqualTo("true");
        mayAnswer.countDown();
        page.waitForURL("**/slow");
        assertThat(asked).hasValue(1);
    }

    @Test
    @Tag("FOR-6")
    void aFileIsJudgedBeforeItIsSentTakenOffAgainAndKeptWhenTheFormIsRefused() {
        server.createContext("/refusing", exchange -> {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 422, page(upload("/taking") + "<p id=errors tabindex=-1>请填写编号</p>"));
        });
        server.createContext("/taking", exchange -> {
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("X-Atrium-Location", sent.contains("good.pdf") ? "/taken" : "/lost");
            exchange.sendResponseHeaders(204, -1);
        });
        server.createContext("/taken", exchange -> answer(exchange, 200, "<main id=main>taken</main>"));
        show(upload("/refusing"), "component/form/busy.js", "component/upload/upload.js");

        choose("bad.exe", 10);
        assertThat(state()).isEqualTo("kind bad.exe");
        page.click("button[type=submit]");
        assertThat(page.url()).doesNotContain("refusing");
        choose("large.pdf", 2_000);
        assertThat(state()).isEqualTo("size large.pdf");
        page.click("[data-upload-list] button");
        assertThat(page.locator("[data-upload-list]").isHidden()).isTrue();

        choose("good.pdf", 10);
        assertThat(state()).isEmpty();
        page.click("button[type=submit]");
        page.waitForFunction("document.activeElement.id === 'errors'");
        assertThat(page.locator("[data-upload-list]").innerText()).contains("chosen good.pdf");
        page.click("button[type=submit]");
        page.waitForFunction("document.body.textContent.includes('taken')");
    }

    @Test
    @Tag("A11-13")
    void aTableThatFittedScrollsInItsBoxOnceTheReaderWantsMoreSpace() throws IOException {
        page.setViewportSize(600, 600);
        show(
                "<style>" + Files.readString(COMPONENTS.resolve("component/table/table.css")) + "</style>"
                        + "<div class=atrium-table__scroll><table class=atrium-table__grid><tr>"
                        + "<td style='white-space:nowrap'>abcdefghijklmnopqrstuvwxyz</td>".repeat(2)
                        + "</tr></table></div>",
                "component/table/table.js");
        page.waitForSelector(".atrium-table__scroll--fits");
        page.addStyleTag(new Page.AddStyleTagOptions().setContent("td { letter-spacing: 1em }"));
        page.waitForSelector(".atrium-table__scroll--wide");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private void choose(String name, int bytes) {
        page.setInputFiles("input[type=file]", new FilePayload(name, "application/pdf", new byte[bytes]));
    }

    private String state() {
        return page.locator("[data-upload-state]").innerText();
    }

    private static String upload(String action) {
        return """
                <form action="%s" method="post" enctype="multipart/form-data"><div data-upload data-bytes="1000"
                data-files="1" data-kinds=".pdf,application/pdf" data-chosen="chosen {0}" data-kind="kind {0}"
                data-size="size {0}" data-many="many" data-sending="sending" data-checking="checking"
                data-failed="failed" data-remove="remove {0}"><input type="file" id="file" name="file">
                <ul data-upload-list hidden></ul><progress data-upload-progress max="100" hidden></progress>
                <p data-upload-state role="status"></p></div><button type="submit">提交</button></form>
                """.formatted(action);
    }

    private static String live(int number) {
        return "<atrium-live id=now data-src=/progress data-seconds=2 data-stream=/stream>" + number + "</atrium-live>";
    }

    private static String page(String body) {
        return "<!DOCTYPE html><html lang=zh><head><title>x</title></head><body><main id=main tabindex=-1>" + body
                + "</main></body></html>";
    }

    private void show(String body, String... scripts) {
        var tags = new StringBuilder();
        for (var script : scripts) {
            tags.append("<script src=/").append(script).append(" defer></script>");
            server.createContext("/" + script, exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/javascript; charset=utf-8");
                answer(exchange, 200, Files.readString(COMPONENTS.resolve(script)));
            });
        }
        server.createContext("/", exchange -> answer(exchange, 200, page(body).replace("</head>", tags + "</head>")));
        page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
