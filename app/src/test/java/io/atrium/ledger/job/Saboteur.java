// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.job;

import io.atrium.ledger.job.CrashPoint.Death;
import io.atrium.ledger.job.CrashPoint.Moment;
import io.atrium.ledger.store.LedgerDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A connection that dies at its crash point: it counts what is sent to the server, statements and commit alike.
final class Saboteur implements AutoCloseable {
    private final LedgerDatabase database;
    private final Connection connection;
    private final long serverProcess;
    private final @Nullable CrashPoint point;
    private int step;
    private boolean hasStruck;
    private @Nullable Thread striker;

    Saboteur(LedgerDatabase database, @Nullable CrashPoint point) throws SQLException {
        this.database = database;
        this.connection = database.connect();
        this.point = point;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            serverProcess = rows.getLong(1);
        }
        connection.setAutoCommit(false);
    }

    DSLContext database() {
        return LedgerDatabase.over(watched(Connection.class, connection));
    }

    void commit() throws SQLException {
        before();
        connection.commit();
        after();
    }

    boolean hasStruck() {
        return hasStruck;
    }

    private <T> T watched(Class<T> type, T target) {
        var watcher = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call(target, method, arguments));
        return type.cast(watcher);
    }

    private @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        boolean isSent = method.getName().startsWith("execute");
        if (isSent) {
            before();
        }
        try {
            var result = method.invoke(target, arguments);
            if (isSent) {
                after();
            }
            return result instanceof PreparedStatement statement ? watched(PreparedStatement.class, statement) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void before() {
        if (point == null || point.step() != step) {
            return;
        }
        switch (point.moment()) {
            case BEFORE -> strike(point.death());
            case DURING -> striker = Thread.startVirtualThread(() -> strike(point.death()));
            case AFTER -> {
                /* not yet */
            }
        }
    }

    private void after() {
        if (point != null && point.step() == step && point.moment() == Moment.AFTER) {
            strike(point.death());
        }
        step++;
    }

    private void strike(Death death) {
        hasStruck = true;
        try {
            switch (death) {
                case CLIENT -> connection.abort(Runnable::run);
                case SESSION -> terminateSession();
                case SERVER -> ProcessHandle.of(serverProcess).ifPresent(ProcessHandle::destroyForcibly);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void terminateSession() throws SQLException {
        try (var other = database.connect();
                var statement = other.prepareStatement("select pg_terminate_backend(?)")) {
            statement.setInt(1, Math.toIntExact(serverProcess));
            statement.execute();
        }
    }

    /// Waits for a blow that is still on its way: it must not hit whoever comes next.
    @Override
    public void close() throws SQLException {
        try {
            if (striker != null) {
                striker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
