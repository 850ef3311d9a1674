// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.util.Locale;

/// The machines for which server binaries come along.
enum Platform {
    LINUX_AMD64("/postgres-linux-x86_64.txz"),
    LINUX_ARM64("/postgres-linux-arm_64.txz");

    private final String archive;

    Platform(String archive) {
        this.archive = archive;
    }

    /// Class path resource with the packed server.
    String archive() {
        return archive;
    }

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String architecture) {
        var machine = system + " on " + architecture.toLowerCase(Locale.ROOT);
        return switch (machine) {
            case "Linux on amd64", "Linux on x86_64" -> LINUX_AMD64;
            case "Linux on aarch64", "Linux on arm64" -> LINUX_ARM64;
            default ->
                throw new PostgresUnavailable(
                        Problem.UNSUPPORTED_PLATFORM, "No PostgreSQL comes along for " + machine + ".");
        };
    }
}
