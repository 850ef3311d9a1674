// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.appeals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/// A program with a token of somebody.
record Program(URI root, String token, HttpClient http) {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Program of(URI root, String login, String password) throws IOException, InterruptedException {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var body = """
                {"login":"%s","password":"%s","name":"bench","expires_in_days":1}""".formatted(login, password);
        var made = http.send(request(root, "/api/v1/tokens", body).build(), BodyHandlers.ofString());
        var token = TOKEN.matcher(made.body());
        if (!token.find()) throw new IOException("no token for " + login + ": " + made.body());
        return new Program(root, token.group(1), http);
    }

    void addOfficer(String department, String login, String password) throws IOException, InterruptedException {
        var answer = post(
                "/api/v1/organisations/" + department + "/members",
                UUID.randomUUID().toString(),
                """
                {"login":"%s","name":"officer","password":"%s","roles":["OFFICER"]}""".formatted(login, password));
        if (answer.statusCode() >= 300) throw new IOException(answer.body());
    }

    HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        var request = request(root, path, body)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .timeout(PATIENCE)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI root, String path, String body) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
