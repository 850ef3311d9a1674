// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.time.LocalDate;
import java.util.stream.Stream;

/// A stretch of rest days under one name (节假日), both ends included.
public record Holiday(String nameZh, String nameEn, LocalDate first, LocalDate last) {
    public Holiday {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("holiday ends before it begins: " + nameZh + " " + first + " " + last);
        }
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1));
    }
}
