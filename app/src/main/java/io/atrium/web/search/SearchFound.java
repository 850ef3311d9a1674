// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one source found (搜索结果).
///
/// @param total how many there are, also those not among the hits
/// @param allHref the list that shows all of them, where there is one
public record SearchFound(
        List<SearchHit> hits, long total, @Nullable String allHref) {

    public static final SearchFound NOTHING = new SearchFound(List.of(), 0, null);

    public static SearchFound of(List<SearchHit> hits, long total) {
        return new SearchFound(hits, total, null);
    }

    public SearchFound allAt(String href) {
        return new SearchFound(hits, total, href);
    }
}
