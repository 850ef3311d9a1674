// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folder of one run: all that is known of it lies in small files that appear whole.
///
/// Who writes what is told at the top of `supervise.sh`. The engine writes the request, `stop`, and the end of a run
/// whose supervisor vanished.
record RunFolder(Path path) {
    private static final String END = "end";
    private static final String STOP = "stop";

    boolean exists() {
        return Files.isDirectory(path);
    }

    /// Written by the supervisor before anything else; absent for a run that was asked for but never launched.
    Optional<ProcessIdentity> supervisor() throws IOException {
        return line("supervisor").map(ProcessIdentity::parse);
    }

    Instant requestedAt() throws IOException {
        return Instant.ofEpochMilli(Long.parseLong(line("requested").orElseThrow()));
    }

    /// Milliseconds since boot at which the command's set-up began.
    Optional<Long> began() throws IOException {
        return line("began").map(Long::parseLong);
    }

    Optional<Heartbeat> heartbeat() throws IOException {
        return line("heartbeat").map(Heartbeat::parse);
    }

    Optional<RunEnd> end() throws IOException {
        return line(END).map(RunEnd::parse);
    }

    void writeEnd(RunEnd end) throws IOException {
        publish(END, end.line());
    }

    Optional<String> stopReason() throws IOException {
        return line(STOP);
    }

    void askToStop(String reason) throws IOException {
        if (!Files.exists(path.resolve(STOP))) {
            publish(STOP, reason.replace('\n', ' ') + "\n");
        }
    }

    /// Why the run could not be confined; empty when it was. A file left empty says that every step was made.
    String unconfined() throws IOException {
        var file = path.resolve("unconfined");
        return Files.exists(file)
                ? line("unconfined").orElse("")
                : line("unshare.err").orElse("not confined");
    }

    /// A checkpoint counts when a file appears in its folder, is renamed there, or goes.
    Optional<Instant> checkpointedAt() throws IOException {
        var folder = line("checkpoints");
        return folder.isPresent() && Files.exists(Path.of(folder.get()))
                ? Optional.of(Files.getLastModifiedTime(Path.of(folder.get())).toInstant())
                : Optional.empty();
    }

    long logBytes() throws IOException {
        var log = path.resolve("log");
        return Files.exists(log) ? Files.size(log) : 0;
    }

    byte[] log(long from, int max) throws IOException {
        try (var channel = FileChannel.open(path.resolve("log"))) {
            var buffer = ByteBuffer.allocate(Math.clamp(channel.size() - from, 0, max));
            while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
                // a read may stop short
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }

    /// Its last processes may still be clearing up themselves: what is gone already is no fault.
    void delete() throws IOException {
        delete(path);
    }

    static void delete(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private Optional<String> line(String name) throws IOException {
        try {
            return Files.readString(path.resolve(name)).lines().findFirst();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private void publish(String name, String content) throws IOException {
        var whole = Files.writeString(path.resolve(name + ".new"), content);
        Files.move(whole, path.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
    }
}
