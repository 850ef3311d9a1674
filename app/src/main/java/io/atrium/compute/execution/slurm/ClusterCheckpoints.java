// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Looks at checkpoint folders in the folder that the cluster shares with this machine, and clears those that nobody
/// needs any more.
///
/// They belong to the jobs' user, and a job may put there what it likes, also while they are looked at: no link is
/// ever followed, in whatever moment it appears.
final class ClusterCheckpoints {

    /// Deeper ones are left for the provider: each level holds a file open.
    private static final int DEPTH_MAX = 50;

    private final SlurmCluster cluster;

    ClusterCheckpoints(SlurmCluster cluster) {
        this.cluster = cluster;
    }

    /// When something last appeared in the folder, was renamed there, or went.
    Optional<Instant> dated(String name) {
        var folder = cluster.logFolder();
        if (folder == null) {
            return Optional.empty();
        }
        try {
            var kept = folder.resolve(SlurmCluster.checkpointsOf(name));
            var attributes = Files.readAttributes(kept, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isDirectory()
                    ? Optional.of(attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // not there yet, or not to be seen from here
        }
    }

    /// As much as Atrium may; the provider clears the rest.
    void remove(String name) {
        var folder = cluster.logFolder();
        if (folder == null) {
            return;
        }
        try (var shared = Files.newDirectoryStream(folder)) {
            if (shared instanceof SecureDirectoryStream<Path> parent) {
                remove(parent, Path.of(SlurmCluster.checkpointsOf(name)), 0);
            }
        } catch (IOException _) {
            // there is none, or Atrium may only read there
        }
    }

    private static void remove(SecureDirectoryStream<Path> parent, Path name, int depth) throws IOException {
        if (depth > DEPTH_MAX) {
            return;
        }
        try (var folder = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            for (var path : folder) {
                var entry = path.getFileName();
                if (isFolder(folder, entry)) {
                    remove(folder, entry, depth + 1);
                } else {
                    folder.deleteFile(entry);
                }
            }
        }
        parent.deleteDirectory(name);
    }

    private static boolean isFolder(SecureDirectoryStream<Path> folder, Path entry) throws IOException {
        return folder.getFileAttributeView(entry, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }
}
