// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import io.atrium.compute.execution.StartOutcome.Code;
import io.atrium.compute.execution.StartOutcome.Refused;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is wrong with a request before anything is tried, first reason first.
final class RequestChecks {
    /// All words and values together; the kernel takes 128 KiB for one word.
    static final int CHARACTERS_MAX = 100_000;

    private static final Pattern ENVIRONMENT_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private RequestChecks() {}

    static Optional<Refused> refusal(RunRequest request) {
        return problem(request)
                .map(problem -> new Refused(Code.INVALID_REQUEST, Map.of("problem", problem)))
                .or(() -> missingInput(request));
    }

    private static Optional<String> problem(RunRequest request) {
        if (request.command().isEmpty() || request.command().getFirst().isBlank()) {
            return Optional.of("there is no command");
        }
        if (request.command().getFirst().contains("=")) {
            return Optional.of("a program's name cannot hold an equals sign");
        }
        if (!request.environment().keySet().stream()
                .allMatch(name -> ENVIRONMENT_NAME.matcher(name).matches())) {
            return Optional.of("an environment name is none");
        }
        if (words(request).anyMatch(word -> word.indexOf('\0') >= 0)) {
            return Optional.of("a word holds a NUL character");
        }
        if (words(request).mapToLong(String::length).sum() > CHARACTERS_MAX) {
            return Optional.of("command and environment are longer than " + CHARACTERS_MAX + " characters");
        }
        return names(request).distinct().count() == request.inputs().size()
                ? Optional.empty()
                : Optional.of("two inputs have the same name");
    }

    private static Optional<Refused> missingInput(RunRequest request) {
        return request.inputs().stream()
                .filter(input -> !Files.isReadable(input.source()) || holdsNewline(input))
                .findFirst()
                .map(input -> new Refused(
                        Code.INPUT_MISSING, Map.of("path", input.source().toString())));
    }

    /// The list of inputs that the shell reads has a line for each.
    private static boolean holdsNewline(ReadOnlyMount input) {
        return input.source().toString().contains("\n");
    }

    private static Stream<String> words(RunRequest request) {
        return Stream.concat(request.command().stream(), request.environment().values().stream());
    }

    private static Stream<String> names(RunRequest request) {
        return request.inputs().stream().map(ReadOnlyMount::name);
    }
}
