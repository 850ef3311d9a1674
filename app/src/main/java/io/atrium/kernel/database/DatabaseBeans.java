// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.database;

import io.atrium.kernel.AtriumSettings;
import io.atrium.postgres.EmbeddedPostgres;
import io.atrium.postgres.Settings;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses the database when the application starts.
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {

    @Bean(destroyMethod = "close")
    JdbcConnectionDetails jdbcConnectionDetails(AtriumSettings settings) {
        var external = settings.db().url();
        if (external != null && !external.isBlank()) {
            return DatabaseConnection.external(external, settings.db());
        }
        var folder = settings.data().resolve("postgres");
        var server = EmbeddedPostgres.start(
                Settings.in(folder).withPort(settings.db().port()));
        return DatabaseConnection.embedded(server.jdbcUrl(), server.user(), server.password(), server);
    }
}
