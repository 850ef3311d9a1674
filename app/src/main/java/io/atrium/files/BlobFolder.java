// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A folder of blobs named by their SHA-256. Writing is atomic and forced to disk before the name appears, so after a
/// crash a blob is whole or absent; the same content is stored once.
final class BlobFolder {

    private final Path folder;

    BlobFolder(Path folder) {
        this.folder = folder;
    }

    /// Returns the blob's name.
    String write(byte[] content) {
        var name = sha256(content);
        var target = path(name);
        try {
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                var draft = Files.createTempFile(target.getParent(), name, ".part");
                writeThrough(draft, content);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a file in " + folder, e);
        }
    }

    byte[] read(String name) {
        try {
            var content = Files.readAllBytes(path(name));
            if (!sha256(content).equals(name)) {
                throw new IllegalStateException("blob was altered on disk: " + path(name));
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a kept file in " + folder, e);
        }
    }

    private Path path(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    private static void writeThrough(Path path, byte[] content) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
