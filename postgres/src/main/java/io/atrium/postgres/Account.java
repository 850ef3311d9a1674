// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Under which account the server's programs run: they refuse root, wherever root comes from.
enum Account {
    /// An ordinary user runs them directly.
    SELF(List.of()),
    /// Root enters a user namespace in which it is nobody; outside it still owns the files.
    NAMESPACE(List.of("unshare", "-U")),
    /// Root where user namespaces are switched off: the programs and the files belong to nobody.
    NOBODY(List.of("runuser", "-u", "nobody", "--"));

    private static final int ROOT = 0;
    private static final int PROBE_SECONDS_MAX = 10;

    private final List<String> prefix;

    Account(List<String> prefix) {
        this.prefix = prefix;
    }

    /// What goes before each command.
    List<String> prefix() {
        return prefix;
    }

    static Account choose() {
        if (!isRoot()) return SELF;
        if (NAMESPACE.works()) return NAMESPACE;
        if (NOBODY.works()) return NOBODY;
        throw new PostgresUnavailable(
                Problem.CANNOT_DROP_ROOT, "Neither 'unshare -U' nor 'runuser -u nobody' works here.");
    }

    static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid", LinkOption.NOFOLLOW_LINKS)
                            instanceof Integer uid
                    && uid == ROOT;
        } catch (IOException | UnsupportedOperationException _) {
            return false; // no /proc: let the server's own check decide
        }
    }

    /// Hands a path over, so that the server's account may write there.
    void own(Path path) throws IOException {
        if (this != NOBODY) return;
        var nobody = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(path, nobody);
    }

    /// Nobody may not look into another user's home.
    boolean mayWrite(Path folder) {
        return this != NOBODY || works("test", "-w", folder.toString());
    }

    boolean mayRun(Path program) {
        return this != NOBODY || works("test", "-x", program.toString());
    }

    private boolean works() {
        return works("true");
    }

    private boolean works(String... command) {
        try {
            var process = new ProcessBuilder(CommandLine.of(prefix, command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PROBE_SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false; // the program is not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
