// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A jar, or a folder of classes, that Atrium was started with and that a run may be given.
record ShippedProgram(Path location) {
    /// The jar or folder from which a class was loaded.
    static ShippedProgram of(Class<?> program) {
        try {
            return new ShippedProgram(Path.of(
                    program.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not loaded from a file: " + program, e);
        }
    }

    /// Copies it where every user may read it, whatever the modes of the original are; returns the copy.
    Path copyInto(Path folder) {
        try (var files = Files.walk(location)) {
            var copy = folder.resolve(location.getFileName().toString());
            Files.createDirectories(folder);
            for (var file : files.toList()) {
                copy(file, copy.resolve(location.relativize(file).toString()));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        if (Files.isDirectory(source)) {
            Files.createDirectories(target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        } else {
            Files.copy(source, target, REPLACE_EXISTING);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
