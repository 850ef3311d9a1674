// SPDX-License-Identifier: Apache-2.0
package io.atrium.search;

import io.atrium.kernel.access.Actor;
import io.atrium.web.NavItem;
import io.atrium.web.search.SearchFound;
import io.atrium.web.search.SearchHit;
import io.atrium.web.search.SearchSource;
import io.atrium.web.search.SearchWords;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import io.atrium.web.text.Text;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Pages of Atrium itself (页面): what the reader's navigation holds, and help; by their names in either language.
@Component
class ProductPages implements SearchSource {

    private static final List<SearchPlace> FOOT = List.of(
            new SearchPlace("web.header.help", "search.group.foot", "/help"),
            new SearchPlace("web.problems.title", "search.group.foot", "/problems"),
            new SearchPlace("web.footer.api", "search.group.foot", "/api/browse"));

    private final List<NavItem> items;
    private final Messages messages;

    ProductPages(List<NavItem> items, Messages messages) {
        this.items = items.stream().sorted(NavItem.ORDER).toList();
        this.messages = messages;
    }

    private record SearchPlace(String titleKey, String groupKey, String href) {}

    @Override
    public String titleKey() {
        return "search.group.pages";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public SearchFound find(Actor actor, SearchWords words, int limit, Text t) {
        var own = items.stream()
                .filter(item -> item.isFor().test(Optional.of(actor)))
                .map(item -> new SearchPlace(item.titleKey(), item.group().titleKey(), item.href()));
        var hits = Stream.concat(own, FOOT.stream())
                .filter(place -> words.occurIn(names(place)))
                .sorted(Comparator.comparingInt(place -> t.of(place.titleKey()).length()))
                .map(place -> new SearchHit(t.of(place.titleKey()), t.of(place.groupKey()), place.href()))
                .toList();
        return hits.isEmpty()
                ? SearchFound.NOTHING
                : SearchFound.of(hits.stream().limit(limit).toList(), hits.size());
    }

    private String[] names(SearchPlace place) {
        return Arrays.stream(Lang.values())
                .map(lang -> messages.in(lang).of(place.titleKey()))
                .toArray(String[]::new);
    }
}
