// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.database;

import io.atrium.kernel.AtriumSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Where the database is, found at run time: the external one that the settings name, or the embedded PostgreSQL, which
/// is started here and stopped when the application closes.
final class DatabaseConnection implements JdbcConnectionDetails, AutoCloseable {

    private final String url;
    private final String user;
    private final String password;
    private final @Nullable AutoCloseable embedded;

    private DatabaseConnection(String url, String user, String password, @Nullable AutoCloseable embedded) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.embedded = embedded;
    }

    static DatabaseConnection external(String url, AtriumSettings.Db settings) {
        return new DatabaseConnection(url, settings.user(), settings.password(), null);
    }

    static DatabaseConnection embedded(String url, String user, String password, AutoCloseable server) {
        return new DatabaseConnection(url, user, password, server);
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() throws Exception {
        if (embedded != null) {
            embedded.close();
        }
    }
}
