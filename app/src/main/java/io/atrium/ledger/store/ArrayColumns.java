// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Binds one array per column, from left to right.
final class ArrayColumns {
    private final Connection connection;
    private final PreparedStatement statement;
    private int bound;

    ArrayColumns(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    <R> void add(String type, List<R> rows, Function<R, @Nullable Object> value) throws SQLException {
        var values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        statement.setArray(++bound, connection.createArrayOf(type, values));
    }
}
