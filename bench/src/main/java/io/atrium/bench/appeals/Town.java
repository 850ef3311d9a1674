// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.appeals;

import io.atrium.bench.running.Reader;
import io.atrium.bench.running.RunningAtrium;
import io.atrium.postgres.EmbeddedPostgres;
import io.atrium.postgres.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/// The invented community on a durable PostgreSQL of the benchmark's own, with as many cases as one likes. Cases are
/// copies of one that the demo's people raised, so they carry all that a real one does.
final class Town implements AutoCloseable {

    private static final String PASSWORD = "atrium-demo";
    private static final String OFFICER_PASSWORD = "officers-of-the-benchmark";
    private static final Pattern SWEPT = Pattern.compile("swept \\d+ appeals in (\\d+) us");
    private static final Duration SWEEP_MAX = Duration.ofMinutes(2);
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final int PLAIN_WRITERS = 16;

    /// A city has many: no officer's board holds all that is open.
    private static final String DEPARTMENTS = """
            insert into organisation
            select (jsonb_populate_record(null::organisation, to_jsonb(sample) || jsonb_build_object(
                'id', 'org_' || lpad(n::text, 26, '0'), 'name_zh', '部门 ' || n, 'name_en', 'Department ' || n, 'unified_code', null))).*
            from (select * from organisation where kind = 'DEPARTMENT' limit 1) sample, generate_series(1, 50) n""";

    private static final String CASES = """
            insert into appeal
            select (jsonb_populate_record(null::appeal, to_jsonb(sample) || jsonb_build_object(
                'id', 'apl_' || lpad(n::text, 26, '0'),
                'number', 'B-' || n,
                'unit_id', unit.ids[1 + n % cardinality(unit.ids)],
                'firm_id', firm.ids[1 + n % cardinality(firm.ids)],
                'is_overdue', false,
                'next_due_at', now() + interval '1 hour' + n % 1440 * interval '1 hour'))).*
            from (select * from appeal where state = 'IN_WORK' and next_due = 'FINISH' limit 1) sample,
                 (select array_agg(id) ids from organisation where name_en like 'Department %') unit,
                 (select array_agg(id) ids from organisation where kind = 'FIRM') firm,
                 generate_series(1, :count) n""";

    private static final String CLOCKS = """
            insert into appeal_clock
            select (jsonb_populate_record(clock, jsonb_build_object('appeal_id', copy.id)
                || case when clock.kind = 'FINISH' then jsonb_build_object(
                    'stage', 'RUNNING', 'due_at', copy.next_due_at, 'stage_at', copy.next_due_at) else '{}' end)).*
            from appeal copy, appeal_clock clock
            where copy.number like 'B-%' and clock.appeal_id =
                (select id from appeal where number like 'Q-%' and state = 'IN_WORK' and next_due = 'FINISH' limit 1)""";

    private static final String STEPS = """
            insert into appeal_step
            select (jsonb_populate_record(step, jsonb_build_object(
                'id', 'b' || lpad(row_number() over ()::text, 25, '0'), 'appeal_id', copy.id))).*
            from appeal copy, appeal_step step
            where copy.number like 'B-%' and step.appeal_id =
                (select id from appeal where number like 'Q-%' and state = 'IN_WORK' and next_due = 'FINISH' limit 1)""";

    private final Path folder;
    private final RunningAtrium atrium;
    private EmbeddedPostgres postgres;

    private Town(Path folder, EmbeddedPostgres postgres, RunningAtrium atrium) {
        this.folder = folder;
        this.postgres = postgres;
        this.atrium = atrium;
    }

    static Town start() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("atrium-bench-appeals-");
        var postgres = EmbeddedPostgres.start(Settings.in(folder.resolve("postgres")));
        var atrium = RunningAtrium.start(
                "--atrium.db.url=" + postgres.jdbcUrl(),
                "--atrium.db.user=" + postgres.user(),
                "--atrium.db.password=" + postgres.password(),
                "--logging.level.io.atrium.appeal.Clocks=debug");
        return new Town(folder, postgres, atrium);
    }

    void openCases(int count) throws SQLException {
        execute(DEPARTMENTS);
        execute(CASES.replace(":count", String.valueOf(count)));
        execute(CLOCKS);
        execute(STEPS);
        execute("analyze appeal");
        execute("analyze appeal_clock");
    }

    /// As programs do that look at every open case again and again.
    double millisecondsToReadEveryClock() throws SQLException {
        var began = System.nanoTime();
        texts("select appeal_id || kind || stage || coalesce(stage_at::text, '') || due_at from appeal_clock"
                + " where ended_at is null");
        return (System.nanoTime() - began) / 1e6;
    }

    void letBecomeDue(int count) throws SQLException {
        execute("""
                update appeal_clock set stage_at = now() - interval '1 second'
                where kind = 'FINISH' and appeal_id in (select id from appeal where number like 'B-%%' limit %d)""".formatted(count));
    }

    /// What the next sweep says it took.
    double sweepMilliseconds() throws SQLException, IOException, InterruptedException {
        int before = sweeps().size();
        execute("update scheduled_tasks set execution_time = now() where task_name = 'appeal-sweep-clocks'");
        var end = System.nanoTime() + SWEEP_MAX.toNanos();
        while (sweeps().size() == before) {
            if (System.nanoTime() > end) throw new IOException("no sweep within " + SWEEP_MAX);
            Thread.sleep(100);
        }
        return sweeps().get(before) / 1e3;
    }

    private List<Long> sweeps() throws IOException {
        return Files.readAllLines(atrium.log()).stream()
                .flatMap(line -> SWEPT.matcher(line).results())
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }

    /// So many people of departments, each signed in.
    List<Reader> officers(int count) throws Exception {
        var operator = Program.of(atrium.root(), "operator", PASSWORD);
        var departments = texts("select id from organisation where name_en like 'Department %' order by id");
        var made = new ArrayList<Callable<Reader>>();
        for (int n = 0; n < count; n++) {
            var login = "bench.officer" + n;
            var department = departments.get(n % departments.size());
            made.add(() -> {
                operator.addOfficer(department, login, OFFICER_PASSWORD);
                var reader = new Reader(atrium.root());
                reader.signIn(login, OFFICER_PASSWORD);
                return reader;
            });
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            var officers = new ArrayList<Reader>();
            for (var officer : threads.invokeAll(made)) officers.add(officer.get());
            return officers;
        }
    }

    Firms firms(int needsPerRequest) throws IOException, InterruptedException, SQLException {
        var category = texts("select category from appeal where number like 'Q-%' and state = 'IN_WORK' limit 1");
        return new Firms(Program.of(atrium.root(), "firm1", PASSWORD), category.getFirst(), needsPerRequest);
    }

    /// Killed, and a while later the database restarted under the living application.
    void disturb() throws IOException, InterruptedException {
        Thread.sleep(CALM);
        atrium.killAndStart();
        Thread.sleep(CALM);
        int port = postgres.port();
        postgres.close();
        postgres =
                EmbeddedPostgres.start(Settings.in(folder.resolve("postgres")).withPort(port));
    }

    /// Acknowledged, and not there.
    int missing(Firms.Sent sent) throws SQLException {
        var there = texts("select id from appeal where words like '" + Firms.WORDS + "%'");
        var lost = new HashSet<>(sent.ids());
        there.forEach(lost::remove);
        return lost.size();
    }

    /// Needs that are there more than once.
    int doubled() throws SQLException {
        return texts("select words from appeal where words like '" + Firms.WORDS
                        + "%' group by words having count(*) > 1")
                .size();
    }

    /// One case, its clocks and steps copied and committed, again and again, by several writers at once.
    double plainInsertsPerSecond(Duration length) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        try (var threads = Executors.newFixedThreadPool(PLAIN_WRITERS)) {
            var writers = new ArrayList<Future<Integer>>();
            for (int writer = 0; writer < PLAIN_WRITERS; writer++) {
                var name = "P" + writer;
                writers.add(threads.submit(() -> plainInserts(name, end)));
            }
            int made = 0;
            for (var writer : writers) made += writer.get();
            return made / (double) length.toSeconds();
        }
    }

    private int plainInserts(String writer, long end) throws SQLException {
        int made = 0;
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                var id = "apl_" + writer + "x" + made;
                copy(connection, "appeal", "id", "'" + id + "', 'number', '" + id + "'");
                copy(connection, "appeal_clock", "appeal_id", "'" + id + "'");
                copy(
                        connection,
                        "appeal_step",
                        "appeal_id",
                        "'" + id + "', 'id', t.id || '" + writer + "x" + made + "'");
                connection.commit();
                made++;
            }
        }
        return made;
    }

    private static void copy(Connection connection, String table, String key, String values) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "insert into %1$s select (jsonb_populate_record(t, jsonb_build_object('%2$s', %3$s))).* from %1$s t where t.%2$s = 'apl_%4$s'"
                            .formatted(table, key, values, "0".repeat(25) + "1"));
        }
    }

    private List<String> texts(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = connect();
                var made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            atrium.close();
        } finally {
            postgres.close();
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
    }
}
