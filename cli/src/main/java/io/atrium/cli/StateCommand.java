// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.cli.console.Output;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atrium compute snapshot`: takes what the live scheduler sees, for `atrium compute replay --snapshot`.
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = "Saves what the scheduler of a running Atrium sees: fleet, queue, running jobs and shares.",
        footer = {
            "",
            "It needs an API token of the operator, in ATRIUM_TOKEN or in a file. The file names firms and jobs: keep it",
            "as you keep them. Each export is in the audit trail. Decide it again: atrium compute replay --snapshot FILE"
        })
public final class StateCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/scheduler-state";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
    private Path out;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Where Atrium runs (default: ${DEFAULT-VALUE}).")
    private URI server;

    @Option(names = "--token-file", paramLabel = "FILE", description = "Holds the token, instead of ATRIUM_TOKEN.")
    private @Nullable Path tokenFile;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException, InterruptedException, CommandFailed {
        var answer = answer(token());
        if (answer.statusCode() != 200) {
            throw refused(answer);
        }
        var snapshot = StateLines.understood(answer.body().lines().toList(), server + PATH);
        write(answer.body());
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", out.toString());
        fields.put("at", snapshot.at().toString());
        fields.put("pools", snapshot.fleet().pools().size());
        fields.put("nodes", snapshot.fleet().nodes().size());
        fields.put("waiting", snapshot.waiting().size());
        fields.put("running", snapshot.running().size());
        output.print(() -> forPeople(fields), () -> fields);
        return ExitStatus.DONE.code();
    }

    private String token() throws IOException, CommandFailed {
        var token = tokenFile == null ? System.getenv("ATRIUM_TOKEN") : Files.readString(tokenFile);
        if (token == null || token.isBlank()) {
            throw new CommandFailed(
                    ExitStatus.WRONG_USAGE,
                    "TOKEN_MISSING",
                    "No API token was given.",
                    "Set ATRIUM_TOKEN, or give --token-file; the operator makes a token on the page /tokens.");
        }
        return token.strip();
    }

    private HttpResponse<String> answer(String token) throws IOException, InterruptedException, CommandFailed {
        var request = HttpRequest.newBuilder(server.resolve(PATH))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (ConnectException _) {
            throw new CommandFailed(
                    ExitStatus.TEMPORARY,
                    "SERVER_UNREACHABLE",
                    "Nobody answers at " + server + ".",
                    "Start Atrium, or name its address with --server.");
        }
    }

    private static CommandFailed refused(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 401 ->
                new CommandFailed(
                        ExitStatus.NOT_ALLOWED,
                        "TOKEN_UNKNOWN",
                        "Atrium does not know this token.",
                        "It may have ended: make a new one on the page /tokens.");
            case 403 ->
                new CommandFailed(
                        ExitStatus.NOT_ALLOWED,
                        "NOT_ALLOWED",
                        "Only the operator may take the scheduler's state.",
                        "Use a token of an operator.");
            default ->
                new CommandFailed(
                        ExitStatus.FAILED,
                        "ANSWER_UNEXPECTED",
                        "Atrium answered with status " + answer.statusCode() + ".",
                        "Is this the address of an Atrium of this version? See its log.");
        };
    }

    private void write(String text) throws IOException, CommandFailed {
        try {
            Files.writeString(out, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw new CommandFailed(
                    ExitStatus.CONFLICT, "FILE_EXISTS", out + " is there already.", "Give the name of a new file.");
        }
    }

    private static String forPeople(Map<String, Object> fields) {
        return "%s: as of %s, %s pools, %s nodes, %s jobs waiting, %s running"
                .formatted(fields.values().toArray());
    }
}
