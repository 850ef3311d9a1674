// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.engine.decision.PolicyPackages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the packages that a command names lie.
final class PackageFolders {

    private PackageFolders() {}

    static List<Path> below(Path root) throws CommandFailed {
        if (!Files.isDirectory(root)) throw notFound(root);
        var folders = PolicyPackages.list(root);
        if (folders.isEmpty()) throw notFound(root);
        return folders;
    }

    /// The folder of `<place>-<policy>` or `<place>-<policy>/<version>`; without a version the last by name.
    static Path find(Path root, @Nullable String id) throws CommandFailed {
        if (id == null) {
            throw new CommandFailed(
                    ExitStatus.WRONG_USAGE, "POLICY_NOT_NAMED", "No policy is named.", "Give a folder or --policy ID.");
        }
        return below(root).stream()
                .filter(folder -> isNamed(
                        root.toAbsolutePath()
                                .normalize()
                                .relativize(folder.toAbsolutePath().normalize()),
                        id))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new CommandFailed(
                        ExitStatus.NOT_FOUND,
                        "POLICY_NOT_FOUND",
                        "There is no policy '" + id + "' below " + root + ".",
                        "See './atrium policy check " + root + "' for the names."));
    }

    private static boolean isNamed(Path below, String id) {
        if (below.getNameCount() < 2) return false;
        var name = below.getName(0) + "-" + below.getName(1);
        return name.equals(id) || (name + "/" + below.getFileName()).equals(id);
    }

    static CommandFailed notFound(Path path) {
        return new CommandFailed(
                ExitStatus.NOT_FOUND, "POLICY_NOT_FOUND", "Nothing to read at " + path + ".", "Give another path.");
    }
}
