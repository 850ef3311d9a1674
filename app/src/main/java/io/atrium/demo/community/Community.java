// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// One invented community (虚构社区), wholly determined by its seed.
///
/// Every firm is drawn from the seed and its own number alone, so adding a firm never changes another one.
public record Community(
        long seed,
        List<InventedFirm> firms,
        List<InventedProvider> providers,
        List<InventedBody> bodies,
        List<InventedPerson> people) {

    public static final int FIRMS = 255;
    public static final int GPUS = 50_000;
    /// The day that the registry's delivery is dated; yearly figures are of the three years ended before it.
    public static final LocalDate REGISTRY_DATE = LocalDate.of(2026, 10, 31);
    public static final int FIRST_YEAR = REGISTRY_DATE.getYear() - 3;
    public static final int LAST_YEAR = REGISTRY_DATE.getYear() - 1;
    /// Newcomers are numbered from here, so that they never meet a firm of the community.
    static final int FIRST_NEWCOMER = 1_000;
    static final int NEWCOMERS_MAX = 1_000;

    public static Community generate(long seed) {
        var generator = new FirmGenerator(seed);
        var firms =
                IntStream.rangeClosed(1, FIRMS).mapToObj(generator::resident).toList();
        return new Community(seed, firms, Providers.all(), Bodies.all(), People.all());
    }

    /// The firm that moves in as number `n` = 1, 2, … during the demo: young, in good standing, entitled to its
    /// voucher.
    public InventedFirm newcomer(int n) {
        if (n < 1 || n > NEWCOMERS_MAX) {
            throw new IllegalArgumentException("newcomers are numbered 1 to " + NEWCOMERS_MAX + ": " + n);
        }
        return new FirmGenerator(seed).newcomer(FIRST_NEWCOMER + n);
    }
}
