// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.web.component.Due;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A part of what stands before a person: all, what is late, what ends today, what waits for others.
enum ToDoView {
    ALL,
    OVERDUE,
    TODAY,
    WAITING;

    static final String PATH = "/to-dos";

    /// From the address; what is not known shows all.
    static ToDoView of(String name) {
        return Arrays.stream(values())
                .filter(view -> view.word().equals(name))
                .findFirst()
                .orElse(ALL);
    }

    boolean shows(@Nullable Due due, LocalDate today) {
        return switch (this) {
            case ALL, WAITING -> true;
            case OVERDUE -> due != null && due.isPassed();
            case TODAY -> due != null && !due.isPassed() && Desk.dayOf(due).equals(today);
        };
    }

    String href() {
        return this == ALL ? PATH : PATH + "?show=" + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
