// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import io.atrium.kernel.Ids;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// A process that does nothing but being a node: URL, user, password, data folder.
final class BareNode {

    private BareNode() {}

    public static void main(String[] arguments) throws Exception {
        var details = new Details(arguments[0], arguments[1], arguments[2]);
        var lasts = Duration.ofSeconds(5);
        var database = DSL.using(
                DriverManager.getConnection(details.url(), details.user(), details.password()), SQLDialect.POSTGRES);
        var store = new NodeStore(database, lasts);
        var folder = Path.of(arguments[3]);
        var node = new AppNodes(
                store,
                new Leadership(store, lasts),
                new OwnConnection(details),
                new Ids(InstantSource.system()),
                folder,
                folder.getFileName().toString());
        node.start();
        Thread.currentThread().join();
    }

    private record Details(String url, String user, String password) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
