// SPDX-License-Identifier: Apache-2.0
package io.atrium.search.api;

import io.atrium.kernel.access.Actor;
import io.atrium.search.Search;
import io.atrium.search.SearchGroup;
import io.atrium.web.search.SearchHit;
import io.atrium.web.text.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Search for programs.
@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "search")
class SearchApi {

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /// @param record the page of the record whose id, code or number was given
    /// @param day what was given, when it is a date
    record ResultsJson(
            String query, @Nullable String record, @Nullable LocalDate day, long total, List<GroupJson> groups) {}

    record GroupJson(String name, String title, long total, List<SearchHit> items) {}

    @Operation(summary = "Everything that you may see and that contains all of these words, in groups")
    @GetMapping
    ResultsJson search(
            Actor actor, Text t, @RequestParam String q, @RequestParam(required = false) @Nullable String group) {
        var found = search.find(actor, q, group, t);
        return new ResultsJson(
                found.words().text(),
                search.jump(actor, q).orElse(null),
                found.words().day(),
                found.total(),
                found.groups().stream().map(one -> json(one, t)).toList());
    }

    private static GroupJson json(SearchGroup group, Text t) {
        return new GroupJson(
                group.name(),
                t.of(group.titleKey()),
                group.found().total(),
                group.found().hits());
    }
}
