// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.GroupCommit;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.job.LedgerWork;
import io.atrium.ledger.job.SealWork;
import io.atrium.ledger.store.AccountCards;
import io.atrium.ledger.store.AccountEntries;
import io.atrium.ledger.store.MeterOutbox;
import io.atrium.ledger.store.PeriodRows;
import io.atrium.ledger.store.SealRows;
import io.atrium.ledger.store.SqlLedgerStore;
import io.atrium.postgres.EmbeddedPostgres;
import io.atrium.postgres.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// The ledger module as in the application, on a durable PostgreSQL of its own, without pages and timers.
final class LedgerHouse implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final Path folder;
    private final EmbeddedPostgres server;
    private final HikariDataSource dataSource;
    private final AnnotationConfigApplicationContext context;

    private LedgerHouse(Path folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
        dataSource = pool(server);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> dataSource);
        context.register(
                Wiring.class,
                Ledger.class,
                SqlLedgerStore.class,
                AccountCards.class,
                AccountEntries.class,
                PeriodRows.class,
                MeterOutbox.class,
                GroupCommit.class,
                LedgerWork.class,
                SealRows.class,
                SealWork.class);
        context.refresh();
    }

    static LedgerHouse start() throws IOException {
        var folder = Files.createTempDirectory("atrium-bench-ledger-");
        return new LedgerHouse(folder, EmbeddedPostgres.start(Settings.in(folder.resolve("postgres"))));
    }

    private static HikariDataSource pool(EmbeddedPostgres server) {
        var config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    Path folder() {
        return folder;
    }

    EmbeddedPostgres server() {
        return server;
    }

    DataSource dataSource() {
        return dataSource;
    }

    Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    LedgerWork work() {
        return context.getBean(LedgerWork.class);
    }

    SealWork seals() {
        return context.getBean(SealWork.class);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /// What PostgreSQL does by itself within a minute.
    void analyze() {
        context.getBean(DSLContext.class).execute("analyze");
    }

    @Override
    public void close() throws IOException {
        context.close();
        dataSource.close();
        server.close();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Wiring {

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        DSLContext database(DataSource source) {
            System.setProperty("org.jooq.no-logo", "true");
            System.setProperty("org.jooq.no-tips", "true");
            return DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        }

        @Bean
        BusinessClock businessClock() {
            var system = InstantSource.system();
            return new BusinessClock() {
                @Override
                public Instant instant() {
                    return system.instant();
                }

                @Override
                public Instant advance(Duration by) {
                    throw new IllegalStateException("time is not advanced here");
                }
            };
        }
    }
}
