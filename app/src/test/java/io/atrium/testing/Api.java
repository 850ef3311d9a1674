// SPDX-License-Identifier: Apache-2.0
package io.atrium.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST API as one caller.
public final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String root;
    private final @Nullable String token;
    private final JsonMapper json;

    public Api(String root, @Nullable String token, JsonMapper json) {
        this.root = root;
        this.token = token;
        this.json = json;
    }

    public record Answer(int status, HttpHeaders headers, String text, JsonNode body) {}

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /// Posts with a fresh request key.
    public Answer post(String path, Object body) {
        return post(path, "test-" + UUID.randomUUID(), body);
    }

    public Answer post(String path, String key, Object body) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /// Sends a request made by hand: other content types, a missing key.
    public Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean isJson =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            var body = isJson && !answer.body().isEmpty() ? json.readTree(answer.body()) : json.nullNode();
            return new Answer(answer.statusCode(), answer.headers(), answer.body(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
