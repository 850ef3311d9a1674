// SPDX-License-Identifier: Apache-2.0
package io.atrium.search.web;

import io.atrium.search.SearchGroup;
import io.atrium.search.SearchResults;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.search.SearchHit;
import io.atrium.web.search.SearchWords;
import io.atrium.web.text.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `/search` shows.
///
/// @param summary how much was found, or what was wrong with the words; null before the first search
/// @param hasNothing whether to say what else can be tried
public record SearchPage(
        Field field,
        @Nullable String summary,
        boolean hasNothing,
        List<Group> groups,
        @Nullable String backHref) {

    /// @param id of its heading
    /// @param moreHref all in this group; null when all are here
    public record Group(
            String id,
            String title,
            String count,
            List<SearchHit> hits,
            @Nullable String moreHref,
            @Nullable String cutOff) {}

    static SearchPage empty() {
        return new SearchPage(field(""), null, false, List.of(), null);
    }

    static SearchPage of(SearchResults results, boolean ofOneGroup, Text t) {
        var words = results.words();
        var groups = results.groups().stream()
                .map(group -> group(group, words, ofOneGroup, t))
                .toList();
        return new SearchPage(
                field(words.text()),
                summary(results, t),
                results.total() == 0,
                groups,
                ofOneGroup ? "/search?q=" + encoded(words.text()) : null);
    }

    private static String summary(SearchResults results, Text t) {
        if (results.words().isTooShort()) {
            return t.of("search.too-short");
        }
        var day = results.words().day();
        var found = t.of("search.found", results.total());
        return day == null ? found : found + t.of("search.day", day);
    }

    private static Field field(String words) {
        return Field.of(FieldKind.SEARCH, "q", "search.field")
                .hint("search.field.hint")
                .autocomplete("off")
                .value(words);
    }

    private static Group group(SearchGroup group, SearchWords words, boolean ofOneGroup, Text t) {
        var found = group.found();
        boolean isCut = found.total() > found.hits().size();
        var list = found.allHref();
        var own = "/search?q=" + encoded(words.text()) + "&in=" + encoded(group.name());
        return new Group(
                "group-" + group.name(),
                t.of(group.titleKey()),
                t.of("search.count", found.total()),
                found.hits(),
                isCut && !ofOneGroup ? (list == null ? own : list) : null,
                isCut && ofOneGroup ? t.of("search.cut-off", found.hits().size(), found.total()) : null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
