// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.sweep;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Writes an invented city of firms (虚构城市) as CSV. Size decides staff, staff revenue, revenue what is spent on research
/// and computing; small firms have told less than large ones. The same seed gives the same file.
final class CityFile {

    static final int FIRMS_MAX = 10_000_000;

    static final List<String> HEADER = List.of(
            "invented_firm",
            "size",
            "registered_district",
            "registered_city",
            "in_community",
            "employees",
            "revenue",
            "rd_spend",
            "compute_contract_amount",
            "high_tech_certificate",
            "abnormal_operation_list",
            "dishonesty_record_3y",
            "registered_on");

    private static final List<String> SIZES = List.of("micro", "small", "medium", "large");
    private static final List<String> CITIES = List.of("上海市", "北京市", "深圳市", "杭州市", "成都市");
    private static final int[] STAFF_MIN = {1, 10, 100, 300};
    private static final int[] STAFF_SPAN = {9, 90, 200, 3_000};
    private static final int DISTRICTS = 16;

    private final SplittableRandom random;

    private CityFile(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static void write(Path file, int firms, long seed) throws IOException {
        var city = new CityFile(seed);
        try (var out = Files.newBufferedWriter(file)) {
            line(out, HEADER);
            for (int number = 1; number <= firms; number++) {
                line(out, city.firm(number));
            }
        }
    }

    private static void line(BufferedWriter out, List<String> cells) throws IOException {
        out.write(String.join(",", cells));
        out.write('\n');
    }

    private List<String> firm(int number) {
        int size = falling(SIZES.size(), 0.55);
        long staff = STAFF_MIN[size] + random.nextInt(STAFF_SPAN[size]);
        long revenue = staff * (20_000_00L + random.nextInt(60_000_000));
        long research = revenue / 100 * random.nextInt(15);
        long compute = research / 100 * random.nextInt(40);
        int silence = 5 - size; // small firms tell less
        var cells = new ArrayList<String>();
        cells.add("虚构企业%07d".formatted(number));
        cells.add(SIZES.get(size));
        cells.add("第" + (1 + falling(DISTRICTS, 0.12)) + "区");
        cells.add(told(CITIES.get(falling(CITIES.size(), 0.6)), silence));
        cells.add(told(yes(9), silence));
        cells.add(told(Long.toString(staff), silence));
        cells.add(told(yuan(revenue), 4 * silence));
        cells.add(told(yuan(research), 6 * silence));
        cells.add(told(yuan(compute), 5 * silence));
        cells.add(told(yes(12), 2 * silence));
        cells.add(told(yes(4), silence));
        cells.add(told(yes(2), silence));
        cells.add("%d-%02d-%02d".formatted(1995 + random.nextInt(31), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        return cells;
    }

    /// The first is the most frequent, and each next one less so.
    private int falling(int kinds, double first) {
        int kind = 0;
        while (kind < kinds - 1 && random.nextDouble() > first) {
            kind++;
        }
        return kind;
    }

    private String told(String cell, int unknownPercent) {
        return random.nextInt(100) < unknownPercent ? "" : cell;
    }

    private String yes(int percent) {
        return Boolean.toString(random.nextInt(100) < percent);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
