// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes the last script before the tenant's command: a clean environment, then the command, every word quoted.
public final class LaunchScript {
    /// What every run finds; a request may set the same names otherwise.
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", "/opt/java/bin:/usr/bin:/bin",
            "JAVA_HOME", "/opt/java",
            "HOME", "/work",
            "LANG", "C.UTF-8");

    /// Names the checkpoint folder to a run that keeps one.
    public static final String CHECKPOINT_DIR = "ATRIUM_CHECKPOINT_DIR";

    private LaunchScript() {}

    static String of(RunRequest request) {
        var environment = new TreeMap<>(ENVIRONMENT);
        request.checkpoints().ifPresent(_ -> environment.put(CHECKPOINT_DIR, "/checkpoints"));
        environment.putAll(request.environment());
        var words = environment.entrySet().stream()
                .map(entry -> quoted(entry.getKey() + "=" + entry.getValue()))
                .collect(Collectors.joining(" "));
        var command = request.command().stream().map(LaunchScript::quoted).collect(Collectors.joining(" "));
        // A little behind Atrium itself, which must stay quick while jobs work.
        return "#!/bin/sh\nexec nice -n 5 env -i " + words + " " + command + "\n";
    }

    /// A word that a shell reads as it is.
    public static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
