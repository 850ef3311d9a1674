// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.nio.file.Path;

/// Where and how the embedded server runs.
///
/// @param folder         keeps the data, the password and the log between runs
/// @param binaries       shared cache of the unpacked server, one folder per version
/// @param port           the loopback port, or [#ANY_PORT]
/// @param connectionsMax how many connections the server accepts
/// @param isDurable      false only for data that may be lost, such as a test's
public record Settings(Path folder, Path binaries, int port, int connectionsMax, boolean isDurable) {

    public static final int ANY_PORT = 0;

    /// The application's pool, the timers and a person with a SQL console fit; each costs the server about 2 MB.
    static final int CONNECTIONS_MAX_DEFAULT = 60;

    public Settings {
        if (port < 0 || port > 65_535)
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        if (connectionsMax < 10)
            throw new IllegalArgumentException("connectionsMax " + connectionsMax + " is below 10");
        folder = folder.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
    }

    /// A durable server in `folder` on a port of the system's choice.
    public static Settings in(Path folder) {
        return new Settings(folder, Binaries.defaultFolder(), ANY_PORT, CONNECTIONS_MAX_DEFAULT, true);
    }

    public Settings withPort(int value) {
        return new Settings(folder, binaries, value, connectionsMax, isDurable);
    }

    public Settings withBinaries(Path value) {
        return new Settings(folder, value, port, connectionsMax, isDurable);
    }

    public Settings withConnectionsMax(int value) {
        return new Settings(folder, binaries, port, value, isDurable);
    }

    /// Faster, and loses data when the machine stops.
    public Settings notDurable() {
        return new Settings(folder, binaries, port, connectionsMax, false);
    }
}
