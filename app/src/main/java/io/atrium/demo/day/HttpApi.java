// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public API, spoken as several people: each call names the login in whose name it is made.
final class HttpApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private final String password;
    private final JsonMapper json;
    private final Map<String, String> tokens = new HashMap<>();

    HttpApi(String root, String password, JsonMapper json) {
        this.root = root;
        this.password = password;
        this.json = json;
    }

    String link(String path) {
        return root + path;
    }

    /// The one password of the demo.
    String password() {
        return password;
    }

    JsonNode nothing() {
        return json.missingNode();
    }

    JsonNode get(String login, String path) {
        return send(request(login, path).GET());
    }

    JsonNode post(String login, String path, String key, Map<String, ?> body) {
        return send(request(login, path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    JsonNode postCsv(String login, String path, String key, byte[] content) {
        return send(request(login, path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder request(String login, String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(login, this::token));
    }

    private String token(String login) {
        var body = Map.of("login", login, "password", password, "name", "first day", "expires_in_days", 1);
        return send(HttpRequest.newBuilder(URI.create(root + "/api/v1/tokens"))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))))
                .path("token")
                .asString();
    }

    private JsonNode send(HttpRequest.Builder prepared) {
        var request = prepared.build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new StepFailed(
                        request.method() + " " + request.uri() + " -> " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("interrupted");
        }
    }
}
