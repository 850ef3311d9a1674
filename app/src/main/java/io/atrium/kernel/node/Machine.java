// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The machine that this process runs on.
final class Machine {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int NAME_LENGTH_MAX = 80;

    private Machine() {}

    /// Tells this boot of this machine from every other one; off Linux its name has to do.
    static String boot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException _) {
            return name();
        }
    }

    static String name() {
        try {
            var name = InetAddress.getLocalHost().getHostName();
            return name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX));
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
