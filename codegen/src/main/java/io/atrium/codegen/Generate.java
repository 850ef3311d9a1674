// SPDX-License-Identifier: Apache-2.0
package io.atrium.codegen;

import io.atrium.postgres.TemporaryPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// `Generate MIGRATIONS TARGET`: migrates a throw-away PostgreSQL and writes its tables as Java into `TARGET`.
///
/// Does nothing while the migrations and the generator are the same as last time. Without migrations the result is an
/// empty schema, not an error.
public final class Generate {

    private Generate() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) throw new IllegalArgumentException("usage: Generate MIGRATIONS TARGET");
        generate(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /// @return false when the classes were up to date
    static boolean generate(Path migrations, Path target) throws Exception {
        var fingerprint = Fingerprint.of(migrations);
        if (fingerprint.equals(Fingerprint.read(target))) return false;
        deleteRecursively(target);
        Files.createDirectories(target);
        if (Files.isDirectory(migrations)) write(migrations, target);
        Fingerprint.write(target, fingerprint);
        return true;
    }

    private static void write(Path migrations, Path target) throws Exception {
        try (var postgres = TemporaryPostgres.start()) {
            var database = new Database(postgres.server());
            database.migrate(migrations);
            database.generateInto(target);
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
