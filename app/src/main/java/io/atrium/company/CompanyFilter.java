// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Narrows and orders a list of firms.
///
/// @param text part of a name, or of a unified code
/// @param industry a value of the catalogue's fact
/// @param staleOn only firms of which some fact is out of date on this day
/// @param order by which name the list is sorted
public record CompanyFilter(
        @Nullable String text,
        @Nullable String district,
        @Nullable Boolean inCommunity,
        @Nullable String industry,
        @Nullable Age age,
        @Nullable LocalDate staleOn,
        Order order) {

    public static final CompanyFilter ALL = new CompanyFilter(null, null, null, null, null, null, Order.PINYIN);

    public CompanyFilter(@Nullable String text, @Nullable String district, @Nullable Boolean inCommunity) {
        this(text, district, inCommunity, null, null, null, Order.PINYIN);
    }

    /// Firms registered after one day and until another.
    public record Age(LocalDate after, LocalDate until) {}

    /// How names stand in a list.
    public enum Order {
        /// Chinese names by their pinyin
        PINYIN,
        /// English names by the alphabet, Chinese ones where there is no other
        ALPHABET
    }
}
