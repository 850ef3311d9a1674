// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One live user per folder. The system drops the lock when the process dies, however it dies.
///
/// A process must never open a lock file twice: on POSIX systems closing the second descriptor drops the lock of the
/// first. Hence the set of the files that this process holds, which is asked before the file is touched.
public final class FolderLock implements AutoCloseable {

    private static final String NAME = "postgres.lock";
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        try {
            var lock = tryTake(folder.resolve(NAME));
            if (lock == null) {
                throw new PostgresUnavailable(
                        Problem.FOLDER_IN_USE,
                        "Another live Atrium uses " + folder + holder(folder.resolve(NAME)) + ".");
            }
            return lock;
        } catch (IOException e) {
            throw Failures.of(folder, e);
        }
    }

    /// Null when another process, or another part of this one, holds the file.
    public static @Nullable FolderLock tryTake(Path file) throws IOException {
        var known = file.toAbsolutePath().normalize();
        if (!HELD_HERE.add(known)) return null;
        try {
            var lock = tryOpen(known);
            if (lock == null) HELD_HERE.remove(known);
            return lock;
        } catch (IOException e) {
            HELD_HERE.remove(known);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }

    private static @Nullable FolderLock tryOpen(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid().getBytes(StandardCharsets.US_ASCII)));
        return new FolderLock(file, channel);
    }

    /// Who holds a file, in words that may be added to a message; empty when nobody can tell.
    public static String holder(Path file) {
        if (HELD_HERE.contains(file.toAbsolutePath().normalize())) return " (this process)";
        try {
            return " (process " + Files.readString(file).strip() + ")";
        } catch (IOException _) {
            return ""; // only decorates the message
        }
    }

    private static String pid() {
        return Long.toString(ProcessHandle.current().pid());
    }
}
