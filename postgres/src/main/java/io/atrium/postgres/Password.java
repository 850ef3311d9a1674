// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The superuser's password: made once, kept in a file that only its owner reads.
final class Password {

    private static final int BYTES = 24;

    private Password() {}

    static String readOrCreate(Path file) throws IOException {
        if (Files.notExists(file)) create(file);
        return Files.readString(file).strip();
    }

    /// Written beside and renamed, so that a crash cannot leave half a password.
    private static void create(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getUrlEncoder().encodeToString(bytes));
        Files.move(draft, file);
    }
}
