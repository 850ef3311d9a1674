// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Launches the shell that watches a run. It has a session of its own and outlives Atrium.
final class Supervisors {
    private static final List<String> SCRIPTS = List.of("supervise.sh", "confine.sh", "first.sh");

    private final Path scripts;
    private final Host host;

    Supervisors(Path home, Host host) throws IOException {
        this.host = host;
        scripts = Files.createDirectories(home.resolve("scripts"));
        for (var script : SCRIPTS) {
            unpack(script);
        }
    }

    /// Returns when the supervisor has claimed the run, or has seen that another one did and ended.
    Process launch(RunFolder folder) throws IOException {
        var builder = new ProcessBuilder(
                "setsid",
                "sh",
                scripts.resolve("supervise.sh").toString(),
                folder.path().toString(),
                scripts.toString());
        builder.environment().clear();
        builder.environment().put("PATH", host.toolPath());
        builder.environment().put("LC_ALL", "C");
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectError(folder.path().resolve("supervisor.err").toFile());
        var process = builder.start();
        try (var said = process.inputReader()) {
            said.readLine();
        }
        return process;
    }

    /// By rename: a shell that is reading the older file goes on with it.
    private void unpack(String script) throws IOException {
        try (var resource = Objects.requireNonNull(Supervisors.class.getResourceAsStream(script), script)) {
            var whole = scripts.resolve(script + ".new");
            Files.copy(resource, whole, REPLACE_EXISTING);
            Files.move(whole, scripts.resolve(script), ATOMIC_MOVE, REPLACE_EXISTING);
        }
    }
}
