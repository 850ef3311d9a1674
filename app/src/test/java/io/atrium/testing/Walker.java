// SPDX-License-Identifier: Apache-2.0
package io.atrium.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// Somebody who tries any address by any method, with a page's token or the API's, follows no redirect, and counts the
/// queries that each answer took.
public final class Walker {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String root;
    private final @Nullable Resident resident;
    private final QueryCount queries;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String csrf;

    Walker(String root, @Nullable Resident resident, QueryCount queries) {
        this.root = root;
        this.resident = resident;
        this.queries = queries;
        csrf = token("/sign-in");
        if (resident != null) {
            send("POST", "/sign-in", "login", resident.login(), "password", Resident.PASSWORD);
            csrf = token("/help");
        }
    }

    /// What came back; `queries` is how many were sent to the database.
    public record Answer(int status, HttpHeaders headers, String body, int queries) {

        public String location() {
            return headers.firstValue("Location").orElse("");
        }
    }

    public Answer get(String path) {
        return send("GET", path);
    }

    /// Sends a form to a page, or an empty object to the API; fields are names and values by turns.
    public Answer send(String method, String path, String... fields) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE);
        request.header("Accept", path.startsWith("/api/") ? "application/json" : "text/html, */*;q=0.5")
                .header("Accept-Language", "zh-CN");
        if (path.startsWith("/api/")) {
            askApi(request, method);
        } else if (method.equals("GET")) {
            request.GET();
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, BodyPublishers.ofString(form(fields)));
        }
        return send(request);
    }

    /// Sends a request made by hand.
    public Answer send(HttpRequest.Builder request) {
        var walk = UUID.randomUUID().toString();
        try {
            var answer = http.send(
                    request.header(QueryCount.HEADER, walk).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                boolean isStream =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                var text = isStream ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                boolean isCounted = !isStream && answer.headers().map().containsKey("x-request-id");
                return new Answer(answer.statusCode(), answer.headers(), text, isCounted ? queries.of(walk) : 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void askApi(HttpRequest.Builder request, String method) {
        if (resident != null) {
            request.header("Authorization", "Bearer " + resident.token());
        }
        if (method.equals("GET")) {
            request.GET();
        } else {
            request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", "test-" + UUID.randomUUID())
                    .method(method, BodyPublishers.ofString("{}"));
        }
    }

    public String csrf() {
        return csrf;
    }

    private String token(String path) {
        return Jsoup.parse(get(path).body()).select("input[name=_csrf]").attr("value");
    }

    private String form(String... fields) {
        var pairs = new ArrayList<>(List.of("_csrf=" + encoded(csrf)));
        for (int at = 0; at < fields.length; at += 2) {
            pairs.add(encoded(fields[at]) + "=" + encoded(fields[at + 1]));
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
