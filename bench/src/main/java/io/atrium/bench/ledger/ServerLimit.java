// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// What the same server does in the benchmark that PostgreSQL brings along: `pgbench`, its TPC-B-like transaction at
/// scale ten, prepared, one commit each. Where the program is not installed, the same statements go through JDBC, and
/// the name says so.
record ServerLimit(String name, double perSecond) {
    private static final int SCALE = 10;
    private static final int CLIENTS = 8;
    private static final int SECONDS = 5;
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");

    static ServerLimit measure(LedgerHouse house) throws Exception {
        var program = find();
        if (program.isPresent()) {
            return withProgram(program.get(), house);
        }
        prepareTables(house.dataSource());
        var rates = Turns.between(_ -> transaction(house.dataSource()), _ -> transaction(house.dataSource()), CLIENTS);
        return new ServerLimit("pgbench's TPC-B through JDBC", rates.ours());
    }

    private static Optional<Path> find() {
        var onPath = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "pgbench"));
        var debian =
                Stream.of(18, 17, 16, 15).map(version -> Path.of("/usr/lib/postgresql/" + version + "/bin/pgbench"));
        return Stream.concat(debian, onPath).filter(Files::isExecutable).findFirst();
    }

    private static ServerLimit withProgram(Path program, LedgerHouse house) throws IOException, InterruptedException {
        run(program, house, List.of("-i", "-q", "-s", Integer.toString(SCALE)));
        var output = run(
                program,
                house,
                List.of("-M", "prepared", "-n", "-c", "" + CLIENTS, "-j", "2", "-T", Integer.toString(SECONDS)));
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench said: " + output);
        }
        return new ServerLimit("pgbench, TPC-B, " + CLIENTS + " clients", Double.parseDouble(rate.group(1)));
    }

    private static String run(Path program, LedgerHouse house, List<String> options)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                program.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                "" + house.server().port(),
                "-U",
                house.server().user()));
        command.addAll(options);
        command.add("postgres");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", house.server().password());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench failed: " + output);
        }
        return output;
    }

    private static void prepareTables(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table pgbench_branches (bid int primary key, bbalance int) with (fillfactor = 100);
                    create table pgbench_tellers (tid int primary key, bid int, tbalance int) with (fillfactor = 100);
                    create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84));
                    create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
                    insert into pgbench_branches select i, 0 from generate_series(1, 10) i;
                    insert into pgbench_tellers select i, (i - 1) / 10 + 1, 0 from generate_series(1, 100) i;
                    insert into pgbench_accounts select i, (i - 1) / 100000 + 1, 0, '' from generate_series(1, 1000000) i;
                    analyze""");
        }
    }

    private static int transaction(DataSource source) throws SQLException {
        var random = new SplittableRandom();
        int account = 1 + random.nextInt(100_000 * SCALE);
        int teller = 1 + random.nextInt(10 * SCALE);
        int branch = 1 + random.nextInt(SCALE);
        int delta = random.nextInt(10_001) - 5_000;
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "update pgbench_accounts set abalance = abalance + ? where aid = ?", delta, account);
            run(connection, "select abalance from pgbench_accounts where aid = ?", account);
            run(connection, "update pgbench_tellers set tbalance = tbalance + ? where tid = ?", delta, teller);
            run(connection, "update pgbench_branches set bbalance = bbalance + ? where bid = ?", delta, branch);
            run(
                    connection,
                    "insert into pgbench_history (tid, bid, aid, delta, mtime) values (?, ?, ?, ?, current_timestamp)",
                    teller,
                    branch,
                    account,
                    delta);
            connection.commit();
            connection.setAutoCommit(true);
        }
        return 1;
    }

    private static void run(Connection connection, String sql, int... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setInt(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
