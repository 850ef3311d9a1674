// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import io.atrium.engine.meaning.embed.Vectors;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Cases about things that lie far apart, said in slightly different ways, as numbers.
final class Events {
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String[] TEXTS = {"空调不制冷", "电梯坏了", "网络很慢", "停车难", "食堂排队"};

    private final Random random = new Random(5);
    private int made;

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    CaseEvent of(int thing, String firm, String place, LocalDate day) {
        var meaning = new float[16];
        for (int i = 0; i < meaning.length; i++) meaning[i] = (i == thing ? 1 : 0) + 0.05f * random.nextFloat();
        return new CaseEvent(
                "case-" + ++made, firm, place, day, "category-" + thing, TEXTS[thing], Vectors.normalised(meaning));
    }

    /// An ordinary working day: each of four things once or not at all, somewhere.
    List<CaseEvent> ordinary(LocalDate day) {
        var events = new ArrayList<CaseEvent>();
        if (!isWorkingDay(day)) return events;
        for (int thing = 0; thing < 4; thing++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                events.add(of(
                        thing, "firm-" + random.nextInt(500), "B" + random.nextInt(5) + "/" + random.nextInt(9), day));
            }
        }
        return events;
    }
}
