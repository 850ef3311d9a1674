// SPDX-License-Identifier: Apache-2.0
package io.atrium.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Constants;
import org.jspecify.annotations.Nullable;

/// One hash over the migrations, jOOQ's version and our own settings; kept beside the generated classes.
final class Fingerprint {

    private static final String FILE = "migrations.sha256";
    /// Raise it when [Database] generates something else from the same migrations.
    private static final String SETTINGS_VERSION = "1";

    private Fingerprint() {}

    static String of(Path migrations) throws IOException {
        var digest = sha256();
        digest.update((Constants.FULL_VERSION + '\n' + SETTINGS_VERSION + '\n').getBytes(StandardCharsets.UTF_8));
        for (var file : filesIn(migrations)) {
            digest.update((migrations.relativize(file) + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static @Nullable String read(Path target) throws IOException {
        var file = target.resolve(FILE);
        return Files.exists(file) ? Files.readString(file).strip() : null;
    }

    static void write(Path target, String fingerprint) throws IOException {
        Files.writeString(target.resolve(FILE), fingerprint + "\n");
    }

    private static List<Path> filesIn(Path migrations) throws IOException {
        if (!Files.isDirectory(migrations)) return List.of();
        try (var paths = Files.walk(migrations)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
