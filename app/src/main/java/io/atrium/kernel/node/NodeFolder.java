// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.atrium.kernel.Ids;
import io.atrium.postgres.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The data folder of a node, held by one process at a time: the lock, not the heartbeat, tells whether a node of this
/// machine is really gone. Its id lies in the folder, so that a node that starts again is the same node.
public final class NodeFolder implements AutoCloseable {

    private static final String ID = "node.id";
    private static final String LOCK = "node.lock";

    /// A process that was just killed, or a node that looks after our runs, holds the folder for a moment.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path path;
    private final String id;
    private final FolderLock lock;

    private NodeFolder(Path path, String id, FolderLock lock) {
        this.path = path;
        this.id = id;
        this.lock = lock;
    }

    static NodeFolder open(Path folder, Ids ids) {
        try {
            var path = Files.createDirectories(folder.toAbsolutePath().normalize());
            var lock = patiently(path.resolve(LOCK));
            return new NodeFolder(path, id(path.resolve(ID), ids), lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Another node's folder, if it is here, is that node's, and nobody lives in it.
    public static Optional<NodeFolder> tryOpen(AppNodeView node) {
        var path = node.place().folder();
        try {
            if (!Files.isReadable(path.resolve(ID))
                    || !Files.readString(path.resolve(ID)).equals(node.id())) {
                return Optional.empty();
            }
            return Optional.ofNullable(FolderLock.tryTake(path.resolve(LOCK)))
                    .map(lock -> new NodeFolder(path, node.id(), lock));
        } catch (IOException _) {
            return Optional.empty(); // another user's, or gone meanwhile
        }
    }

    public Path path() {
        return path;
    }

    String id() {
        return id;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FolderLock patiently(Path file) throws IOException {
        for (long left = PATIENCE.dividedBy(PAUSE); ; left--) {
            var lock = FolderLock.tryTake(file);
            if (lock != null) {
                return lock;
            }
            if (left <= 0) {
                throw new NodeFolderInUse(file.getParent(), FolderLock.holder(file));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String id(Path file, Ids ids) throws IOException {
        if (Files.notExists(file)) {
            var whole = Files.writeString(file.resolveSibling(ID + ".new"), ids.next("node"));
            Files.move(whole, file, ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
