// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.GroupCommit;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.PostOutcome;
import io.atrium.ledger.job.LedgerWork;
import io.atrium.ledger.job.SealWork;
import io.atrium.ledger.store.AccountCards;
import io.atrium.ledger.store.AccountEntries;
import io.atrium.ledger.store.MeterOutbox;
import io.atrium.ledger.store.PeriodRows;
import io.atrium.ledger.store.SealRows;
import io.atrium.ledger.store.SqlLedgerStore;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// A node of Atrium in a JVM of its own, to be killed: the ledger module with its three doors and its background work,
/// wired as in the application, without pages.
///
/// It reads one [Message] a line, hears them all at once, and answers each when it is on the disk: `DONE key`,
/// `LATER key` when the placement has not arrived yet, `FAILED key` when the database was away. It ends with its input.
final class Node {
    private static final int CONNECTIONS = 6;
    private static final long BETWEEN_WORK_MILLIS = 40;

    private final Ledger ledger;
    private final LedgerWork work;
    private final SealWork seals;
    private final DSLContext database;
    private final TransactionTemplate transactions;

    private Node(AnnotationConfigApplicationContext context) {
        ledger = context.getBean(Ledger.class);
        work = context.getBean(LedgerWork.class);
        seals = context.getBean(SealWork.class);
        database = context.getBean(DSLContext.class);
        transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    public static void main(String[] arguments) throws Exception {
        var context = new AnnotationConfigApplicationContext();
        var source = pool(arguments[0], arguments[1], arguments[2]);
        context.registerBean(DataSource.class, () -> source);
        context.register(
                Wiring.class,
                Ledger.class,
                GroupCommit.class,
                SqlLedgerStore.class,
                AccountCards.class,
                AccountEntries.class,
                PeriodRows.class,
                MeterOutbox.class,
                LedgerWork.class,
                SealRows.class,
                SealWork.class);
        context.refresh();
        new Node(context).serve();
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws Exception {
        Thread.ofPlatform().daemon().start(this::workInTheBackground);
        say("READY");
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                var message = Message.parse(line);
                callers.execute(() -> answer(message));
            }
        }
    }

    private void answer(Message message) {
        String answer;
        try {
            answer = hear(message) ? "DONE" : "LATER";
        } catch (RuntimeException _) {
            answer = "FAILED"; // the database is away: whoever told it tells it again
        }
        say(answer + " " + message.key());
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /// Each kind through another door.
    private boolean hear(Message message) {
        var segment = message.segment();
        return switch (message.kind()) {
            case PLACE -> Boolean.TRUE.equals(transactions.execute(_ -> place(segment)));
            case USE -> segment.held() ? isPosted(ledger.postAlone(segment.use())) : stream(segment);
            case CORRECT -> isPosted(ledger.postAlone(segment.correction()));
        };
    }

    /// The job's own row and its holds, in one transaction.
    private boolean place(Segment segment) {
        database.execute("insert into proof_job values ({0}) on conflict do nothing", DSL.val(segment.number()));
        return isPosted(ledger.post(segment.placement()));
    }

    private boolean stream(Segment segment) {
        transactions.executeWithoutResult(_ -> ledger.meter(segment.use()));
        return true;
    }

    private static boolean isPosted(PostOutcome outcome) {
        return outcome instanceof PostOutcome.Posted;
    }

    private void workInTheBackground() {
        while (true) {
            try {
                work.bookUsage();
                seals.sealSome();
                Thread.sleep(BETWEEN_WORK_MILLIS);
            } catch (RuntimeException _) {
                Thread.onSpinWait(); // the database is away; the next round finds it again
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private static HikariDataSource pool(String url, String user, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(3_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /// No `@Configuration`: the application looks for those when its tests start.
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
