// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.codes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One entry of a code table (码值): the code that records hold, its word in both languages, and perhaps a figure.
///
/// @param number the figure of a table of figures; null in a list of words
/// @param lastDay the last day on which it may be chosen anew; null while it goes on. Nothing is ever deleted.
public record CodeEntry(
        String code,
        String zh,
        String en,
        @Nullable Integer number,
        @Nullable LocalDate lastDay) {

    public static CodeEntry word(String code, String zh, String en) {
        return new CodeEntry(code, zh, en, null, null);
    }

    public CodeEntry endingOn(@Nullable LocalDate day) {
        return new CodeEntry(code, zh, en, number, day);
    }

    public boolean hasEnded(LocalDate today) {
        return lastDay != null && lastDay.isBefore(today);
    }
}
