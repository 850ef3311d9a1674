// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;

/// What the operator does that has no page yet: makes a firm's owner known, and lets the demo's working days pass.
final class OperatorApi {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root = RunningAtrium.get().root();
    private final String password = RunningAtrium.get().demoPassword();
    private final String token;

    OperatorApi() {
        var made = send(request("/api/v1/tokens"), """
                {"login":"operator","password":"%s","name":"e2e","expires_in_days":1}""".formatted(password));
        var found = TOKEN.matcher(made);
        assertThat(found.find()).as(made).isTrue();
        token = found.group(1);
    }

    void addOwner(String organisation, String login) {
        post("/api/v1/organisations/" + organisation + "/members", """
                {"login":"%s","name":"负责人","password":"%s","roles":["FIRM_OWNER"]}""".formatted(login, password));
    }

    void advanceAWorkingDay() {
        post("/api/v1/business-clock/advances", "{\"working_days\":1}");
    }

    private void post(String path, String body) {
        send(
                request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", "e2e-" + UUID.randomUUID()),
                body);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", "application/json");
    }

    private String send(HttpRequest.Builder request, String body) {
        try {
            var answer = http.send(
                    request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(answer.uri() + " " + answer.body())
                    .isBetween(200, 299);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
