// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/// A running PostgreSQL of our own.
///
/// [#start] makes the cluster when there is none, stops a server that a killed Atrium left behind, starts a new one and
/// returns when it accepts connections; [#close] stops it. Nothing is registered with the JVM: whoever starts it closes
/// it, after the last connection. A server whose JVM was killed goes on until the next start on its folder.
///
/// Refusals come as [PostgresUnavailable] and say how to mend them.
public final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "postgres";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final Server server;
    private final FolderLock lock;
    private final int port;
    private final String password;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private EmbeddedPostgres(Server server, FolderLock lock, int port, String password) {
        this.server = server;
        this.lock = lock;
        this.port = port;
        this.password = password;
    }

    public static EmbeddedPostgres start(Settings settings) {
        return start(settings, Account.choose());
    }

    static EmbeddedPostgres start(Settings settings, Account account) {
        var folder = openFolder(settings.folder(), account);
        var lock = FolderLock.take(folder);
        try {
            return start(settings, folder, lock, account);
        } catch (IOException e) {
            release(lock, e);
            throw Failures.of(folder, e);
        } catch (RuntimeException e) {
            release(lock, e);
            throw e;
        }
    }

    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /// A new database, copied from `template`, to which nobody may be connected meanwhile. About 60 ms for 60 tables.
    ///
    /// @return its JDBC URL; user and password are the server's
    public String createDatabase(String name, String template) throws SQLException {
        requireDatabaseName(name);
        requireDatabaseName(template);
        try (var connection = DriverManager.getConnection(jdbcUrl(), USER, password);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        }
        return jdbcUrl(name);
    }

    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) return;
        try (lock) {
            server.stop();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start(Settings settings, Path folder, FolderLock lock, Account account)
            throws IOException {
        var programs = new Programs(Binaries.unpack(settings.binaries(), account), account);
        var passwordFile = folder.resolve("postgres.password");
        var password = Password.readOrCreate(passwordFile);
        account.own(passwordFile);
        var cluster = new Cluster(folder, programs);
        cluster.prepare(passwordFile);
        var server = new Server(cluster, folder.resolve("postgres.log"), programs);
        return new EmbeddedPostgres(server, lock, server.start(settings), password);
    }

    private static Path openFolder(Path wanted, Account account) {
        try {
            var folder = Files.createDirectories(wanted).toRealPath();
            account.own(folder);
            if (!account.mayWrite(folder)) {
                throw new PostgresUnavailable(
                        Problem.FOLDER_NOT_WRITABLE,
                        "The user 'nobody', as whom the server runs, cannot reach " + folder + ".");
            }
            return folder;
        } catch (IOException e) {
            throw Failures.of(wanted, e);
        }
    }

    private static void release(FolderLock lock, Exception cause) {
        try {
            lock.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static void requireDatabaseName(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) throw new IllegalArgumentException("not a database name: " + name);
    }
}
