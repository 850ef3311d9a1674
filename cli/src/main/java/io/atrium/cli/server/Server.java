// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running Atrium, as its REST API answers. What it refuses ends the command with its own code, words and remedy.
final class Server {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final int OK_MAX = 299;
    private static final int PAGE_MAX = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI root;
    private final @Nullable String token;
    private final Words words;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();

    /// @param token absent: only what is public is answered
    Server(URI root, @Nullable String token, Words words) {
        this.root = root;
        this.token = token;
        this.words = words;
    }

    JsonNode get(String path) throws CommandFailed {
        return send(request(path).GET());
    }

    /// The first rows of a list, page by page.
    ///
    /// @param path with its question mark
    List<JsonNode> pages(String path, int max) throws CommandFailed {
        var rows = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = get(path + "limit=" + Math.clamp(max - rows.size(), 1, PAGE_MAX)
                    + (after.isEmpty() ? "" : "&after=" + after));
            page.path("items").valueStream().forEach(rows::add);
            after = page.path("next").asString("");
        } while (!after.isEmpty() && rows.size() < max);
        return rows;
    }

    /// @param key the same key twice is done once
    JsonNode post(String path, Map<String, Object> body, @Nullable String key) throws CommandFailed {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    /// Maps, lists, texts and numbers, for `--json`.
    static Object plain(JsonNode node) {
        return JSON.treeToValue(node, Object.class);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(root.resolve("/api/v1/" + path))
                .timeout(ANSWER_MAX)
                .header("Accept", "application/json")
                .header("Accept-Language", words.language());
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws CommandFailed {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() <= OK_MAX) {
                return JSON.readTree(answer.body());
            }
            throw refused(answer);
        } catch (JacksonException e) {
            throw failed(ExitStatus.FAILED, "NOT_ATRIUM", root);
        } catch (IOException e) {
            throw failed(ExitStatus.TEMPORARY, "SERVER_UNREACHABLE", root);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(ExitStatus.FAILED, "INTERRUPTED", root);
        }
    }

    private CommandFailed refused(HttpResponse<String> answer) {
        var status = status(answer.statusCode());
        try {
            var problem = JSON.readTree(answer.body());
            var code = problem.path("code").asString("");
            if (!code.isEmpty()) {
                var sentence = problem.path("title").asString("") + ": "
                        + problem.path("detail").asString("");
                return new CommandFailed(
                        status, code, sentence, problem.path("remedy").asString(""));
            }
        } catch (JacksonException _) {
            // told below
        }
        return failed(status, "NOT_ATRIUM", root);
    }

    private CommandFailed failed(ExitStatus status, String code, Object fact) {
        return new CommandFailed(
                status, code, words.of("failed." + code, fact), words.of("failed." + code + ".remedy", fact));
    }

    private static ExitStatus status(int http) {
        return switch (http) {
            case 401, 403 -> ExitStatus.NOT_ALLOWED;
            case 404 -> ExitStatus.NOT_FOUND;
            case 409, 412 -> ExitStatus.CONFLICT;
            case 422 -> ExitStatus.REFUSED;
            case 429, 502, 503, 504 -> ExitStatus.TEMPORARY;
            default -> ExitStatus.FAILED;
        };
    }
}
