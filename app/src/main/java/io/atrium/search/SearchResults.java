// SPDX-License-Identifier: Apache-2.0
package io.atrium.search;

import io.atrium.web.search.SearchWords;
import java.util.List;

/// Everything that was found, in groups; those without hits are left out (搜索结果).
public record SearchResults(SearchWords words, List<SearchGroup> groups) {

    public long total() {
        return groups.stream().mapToLong(group -> group.found().total()).sum();
    }
}
