// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Column;
import io.atrium.engine.decision.column.snapshot.DayColumn;
import io.atrium.engine.decision.column.snapshot.Dictionary;
import io.atrium.engine.decision.column.snapshot.NumberColumn;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.TextColumn;
import io.atrium.engine.decision.column.snapshot.TruthColumn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// An invented city of firms (虚构城市): facts that hang together, as real ones do, and many that nobody knows.
///
/// Size decides staff, staff decides revenue, revenue decides what is spent on research and computing. Small firms have
/// told less than large ones.
final class City {

    static final List<String> SIZES = List.of("micro", "small", "medium", "large");
    static final List<String> CITIES = List.of("上海市", "北京市", "深圳市", "杭州市", "成都市");
    static final List<String> DISTRICTS =
            IntStream.rangeClosed(1, 16).mapToObj("第%d区"::formatted).toList();
    static final List<String> INDUSTRIES =
            IntStream.rangeClosed(1, 60).mapToObj("industry_%02d"::formatted).toList();

    private static final int[] STAFF_MIN = {1, 10, 100, 300};
    private static final int[] STAFF_SPAN = {9, 90, 200, 3_000};
    private static final int FIRST_DAY = (int) LocalDate.of(1995, 1, 1).toEpochDay();
    private static final int DAYS = 11_400;

    private final int firms;
    private final SplittableRandom random;
    private final Map<String, Column> columns = new HashMap<>();

    private City(int firms, long seed) {
        this.firms = firms;
        this.random = new SplittableRandom(seed);
    }

    static Snapshot of(int firms, long seed) {
        var city = new City(firms, seed);
        city.build();
        return Snapshot.of(firms, city.columns);
    }

    private void build() {
        var size = codes(SIZES.size(), 0.55);
        text("size", SIZES, size, 0);
        text("registered_city", CITIES, codes(CITIES.size(), 0.6), 2);
        text("registered_district", DISTRICTS, codes(DISTRICTS.size(), 0.12), 2);
        text("industry", INDUSTRIES, codes(INDUSTRIES.size(), 0.06), 5);
        var staff = new long[firms];
        for (int row = 0; row < firms; row++) {
            int kind = size[row] - 1;
            staff[row] = STAFF_MIN[kind] + random.nextInt(STAFF_SPAN[kind]);
        }
        money(staff, size);
        number("employees", 0, staff, known(size, 4));
        days();
        truth("high_tech_certificate", 12, size, 10);
        truth("abnormal_operation_list", 4, size, 2);
        truth("dishonesty_record_3y", 2, size, 6);
        truth("start_up", 30, size, 8);
        truth("in_community", 9, size, 1);
    }

    /// Yuan with two digits after the point.
    private void money(long[] staff, int[] size) {
        var revenue = new long[firms];
        var research = new long[firms];
        var compute = new long[firms];
        var costs = new long[firms];
        for (int row = 0; row < firms; row++) {
            revenue[row] = staff[row] * (20_000_00L + random.nextInt(60_000_000));
            research[row] = revenue[row] / 100 * random.nextInt(15);
            compute[row] = research[row] / 100 * random.nextInt(40);
            costs[row] = revenue[row] / 100 * (70 + random.nextInt(40));
        }
        number("revenue", 2, revenue, known(size, 20));
        number("rd_spend", 2, research, known(size, 30));
        number("compute_contract_amount", 2, compute, known(size, 25));
        number("total_costs", 2, costs, known(size, 22));
    }

    private void days() {
        var days = new int[firms];
        for (int row = 0; row < firms; row++) {
            days[row] = FIRST_DAY + (int) (DAYS * Math.sqrt(random.nextDouble()));
        }
        columns.put("founded", DayColumn.of(days, Bits.all(firms)));
    }

    /// Codes of which the first is the most frequent, and each next one less so.
    private int[] codes(int kinds, double first) {
        var codes = new int[firms];
        for (int row = 0; row < firms; row++) {
            int code = 1;
            while (code < kinds && random.nextDouble() > first) {
                code++;
            }
            codes[row] = code;
        }
        return codes;
    }

    private void text(String key, List<String> texts, int[] codes, int unknownPercent) {
        var told = codes.clone();
        for (int row = 0; row < firms; row++) {
            told[row] = random.nextInt(100) < unknownPercent ? 0 : codes[row];
        }
        columns.put(key, TextColumn.of(new Dictionary(texts), told));
    }

    private void number(String key, int scale, long[] values, long[] present) {
        for (int row = 0; row < firms; row++) {
            values[row] = Bits.get(present, row) ? values[row] : 0;
        }
        columns.put(key, NumberColumn.of(scale, values, present, Map.of()));
    }

    private void truth(String key, int yesPercent, int[] size, int unknownPercent) {
        var present = known(size, unknownPercent);
        var yes = new long[Bits.words(firms)];
        for (int row = 0; row < firms; row++) {
            if (Bits.get(present, row) && random.nextInt(100) < yesPercent) {
                Bits.set(yes, row);
            }
        }
        columns.put(key, TruthColumn.of(yes, present));
    }

    /// The smaller the firm, the more often nobody knows.
    private long[] known(int[] size, int unknownPercent) {
        var present = new long[Bits.words(firms)];
        for (int row = 0; row < firms; row++) {
            if (random.nextInt(100) >= unknownPercent * 2 / size[row]) {
                Bits.set(present, row);
            }
        }
        return present;
    }
}
