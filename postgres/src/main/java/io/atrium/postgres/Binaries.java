// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The server's programs, unpacked once per user and version.
///
/// Several processes may unpack at once: each fills a folder of its own and renames it to the final name; the first one
/// wins and the others use its work. A folder with the final name is therefore always whole.
final class Binaries {

    static final String VERSION = "18.6.0";
    static final String MAJOR_VERSION = "18";
    /// Root's own cache lies in a home that nobody else may enter.
    private static final Path FOLDER_FOR_NOBODY = Path.of("/var/cache/atrium/postgres");
    private static final int OWNER_MAY_EXECUTE = 0100;

    private Binaries() {}

    /// `$XDG_CACHE_HOME` or `~/.cache`, below it `atrium/postgres`; a user without a home uses the temporary folder.
    static Path defaultFolder() {
        return cacheOfUser().resolve("atrium").resolve("postgres");
    }

    private static Path cacheOfUser() {
        var cache = System.getenv("XDG_CACHE_HOME");
        if (cache != null && !cache.isBlank()) return Path.of(cache);
        var home = Path.of(System.getProperty("user.home"));
        return Files.isWritable(home)
                ? home.resolve(".cache")
                : Path.of(System.getProperty("java.io.tmpdir"), "cache-of-" + System.getProperty("user.name"));
    }

    /// The folder with `initdb`, `pg_ctl` and `postgres`, unpacked now if need be, where `account` can run them.
    static Path unpack(Path cache, Account account) {
        var bin = unpack(cache);
        return account.mayRun(bin.resolve("postgres")) ? bin : unpack(FOLDER_FOR_NOBODY);
    }

    private static Path unpack(Path cache) {
        var home = cache.resolve(VERSION);
        if (!Files.isDirectory(home)) {
            try {
                Files.createDirectories(cache);
                unpackInto(home, Platform.current());
            } catch (IOException e) {
                throw Failures.of(cache, e);
            }
        }
        return home.resolve("bin");
    }

    private static void unpackInto(Path home, Platform platform) throws IOException {
        var draft = Files.createTempDirectory(home.getParent(), home.getFileName() + ".");
        try {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (var archive = Binaries.class.getResourceAsStream(platform.archive())) {
                if (archive == null) {
                    throw new PostgresUnavailable(
                            Problem.UNSUPPORTED_PLATFORM, platform.archive() + " is not on the class path.");
                }
                extract(archive, draft);
            }
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) throw e; // else another process was faster; its folder is as good as ours
        } finally {
            Folders.deleteRecursively(draft);
        }
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) throw new IOException("archive entry leaves its folder: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
