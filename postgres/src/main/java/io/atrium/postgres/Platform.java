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
        if (system.equals("Linux")) {
            switch (architecture.toLowerCase(Locale.ROOT)) {
                case "amd64", "x86_64" -> {
                    return LINUX_AMD64;
                }
                case "aarch64", "arm64" -> {
                    return LINUX_ARM64;
                }
                default -> {
                    /* refused below */
                }
            }
        }
        throw new PostgresUnavailable(
                Problem.UNSUPPORTED_PLATFORM, "No PostgreSQL comes along for " + system + " on " + architecture + ".");
    }
}
