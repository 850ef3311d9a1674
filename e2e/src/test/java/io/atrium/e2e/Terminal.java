// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.cli.AtriumCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The command line on the running Atrium, with one person's token in a file.
record Terminal(Path tokenFile) {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    record Ended(int code, String out, String err) {}

    /// @param login of one of the demo's people
    static Terminal of(Path folder, String login) throws IOException, InterruptedException {
        return new Terminal(Files.writeString(folder.resolve("token-" + login), token(login) + "\n"));
    }

    private static String token(String login) throws IOException, InterruptedException {
        var atrium = RunningAtrium.get();
        var body = """
                {"login":"%s","password":"%s","name":"cli","expires_in_days":1}""".formatted(login, atrium.demoPassword());
        var request = HttpRequest.newBuilder(URI.create(atrium.root() + "/api/v1/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        var found = TOKEN.matcher(answer);
        assertThat(found.find()).as(answer).isTrue();
        return found.group(1);
    }

    Ended run(String noun, String verb, String... rest) {
        var words = new ArrayList<>(
                List.of(noun, verb, "--server", RunningAtrium.get().root(), "--token-file", tokenFile.toString()));
        words.addAll(Arrays.asList(rest));
        return runAsIs(words);
    }

    static Ended runAsIs(List<String> words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = AtriumCommand.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Ended(code, out.toString(), err.toString());
    }
}
