// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import io.atrium.compute.execution.LogSlice;
import io.atrium.compute.execution.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Reads what runs print from the folder that the cluster shares with this machine.
///
/// The folder belongs to the jobs' user, so a job can put there what it likes: only a plain file is read, never what a
/// link leads to.
final class ClusterLog {

    private final SlurmCluster cluster;

    ClusterLog(SlurmCluster cluster) {
        this.cluster = cluster;
    }

    LogSlice read(String run, long fromByte, int maxBytes, boolean isOver) {
        var folder = cluster.logFolder();
        if (folder == null) {
            return stays(run, fromByte);
        }
        var file = folder.resolve(run + ".log");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new LogSlice(fromByte, fromByte, "", isOver);
        }
        try {
            return slice(file, fromByte, maxBytes, isOver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String run) {
        var folder = cluster.logFolder();
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve(run + ".log"));
        } catch (IOException _) {
            // Atrium may only read there: then the provider clears up
        }
    }

    private static LogSlice slice(Path file, long fromByte, int maxBytes, boolean isOver) throws IOException {
        try (var channel = Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long size = channel.size();
            if (fromByte >= size) {
                return new LogSlice(fromByte, fromByte, "", isOver);
            }
            var buffer = ByteBuffer.allocate((int) Math.min(maxBytes, size - fromByte));
            channel.position(fromByte);
            while (buffer.hasRemaining() && channel.read(buffer) > 0) {
                // until it is full, or the file is shorter than it was
            }
            var bytes = java.util.Arrays.copyOf(buffer.array(), buffer.position());
            boolean reachesEnd = fromByte + bytes.length == size;
            int whole = Utf8.wholeCharacters(bytes);
            int taken = whole == 0 || (isOver && reachesEnd) ? bytes.length : whole;
            return new LogSlice(
                    fromByte, fromByte + taken, Utf8.text(bytes, taken), isOver && fromByte + taken == size);
        }
    }

    /// In both languages, since a log has none.
    private LogSlice stays(String run, long fromByte) {
        var text = "日志保存在服务商集群上 / The log stays on the provider’s cluster: " + cluster.logPath(run) + "\n";
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return fromByte >= bytes ? new LogSlice(fromByte, fromByte, "", true) : new LogSlice(0, bytes, text, true);
    }
}
