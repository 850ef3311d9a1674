// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy.proof;

import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Firms whose facts lie where rules have their edges (随机企业): thresholds, zero, below zero, empty texts, too many
/// digits,
/// and often nothing.
final class RandomFirms {

    private static final String[] TEXTS = {"软件", "制造", "零售", "", "a b", "A", "未列", "a"};
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 12, 1);

    private RandomFirms() {}

    static List<FactSet> of(RandomGenerator random, int count) {
        return IntStream.range(0, count).mapToObj(_ -> firm(random)).toList();
    }

    private static FactSet firm(RandomGenerator random) {
        var facts = new ArrayList<Fact>();
        RandomText.FACTS.forEach((key, type) -> {
            if (random.nextInt(10) > 0) {
                facts.add(Fact.of(key, value(type, random)));
            }
        });
        return FactSet.of(facts);
    }

    private static FactValue value(FactType type, RandomGenerator random) {
        return switch (type) {
            case BOOLEAN -> new FactValue.Truth(random.nextBoolean());
            case TEXT -> new FactValue.Text(TEXTS[random.nextInt(TEXTS.length)]);
            case DATE -> new FactValue.Day(FIRST_DAY.plusDays(random.nextInt(2_200)));
            case NUMBER -> new FactValue.Quantity(number(random));
        };
    }

    private static BigDecimal number(RandomGenerator random) {
        return switch (random.nextInt(40)) {
            case 0 -> new BigDecimal("900000000000000000").add(BigDecimal.valueOf(random.nextInt(100)));
            case 1 -> new BigDecimal("0.1234567890123");
            case 2 -> BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), 2);
            case 3, 4, 5 -> BigDecimal.ZERO;
            case 6, 7, 8 -> BigDecimal.valueOf(-random.nextInt(6));
            case 9, 10, 11, 12 -> BigDecimal.valueOf(random.nextInt(2_000), 2);
            default -> BigDecimal.valueOf(random.nextInt(22));
        };
    }
}
