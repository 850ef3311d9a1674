// SPDX-License-Identifier: Apache-2.0
package io.atrium.search;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.search.SearchFound;
import io.atrium.web.search.SearchSource;
import io.atrium.web.search.SearchWords;
import io.atrium.web.text.Text;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The front door of search (搜索): asks every source, each within what the actor may see.
@Component
public class Search {

    /// A glance at each group.
    static final int HITS_EACH = 5;

    /// Of one group asked for alone; who needs more adds a word.
    static final int HITS_OF_ONE = 100;

    private final List<SearchSource> sources;
    private final BusinessClock clock;

    Search(List<SearchSource> sources, BusinessClock clock) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order).thenComparing(SearchSource::titleKey))
                .toList();
        this.clock = clock;
    }

    /// Where an id, a code or a number leads, when the actor may see its record.
    public Optional<String> jump(Actor actor, String typed) {
        var id = normalised(typed).strip();
        if (id.isEmpty() || id.length() > SearchWords.LENGTH_MAX) {
            return Optional.empty();
        }
        return sources.stream()
                .map(source -> source.jump(actor, id))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// @param group the name of one group, or null for a glance at all
    public SearchResults find(Actor actor, String typed, @Nullable String group, Text t) {
        var words = SearchWords.of(normalised(typed), clock.today());
        if (words.isTooShort()) {
            return new SearchResults(words, List.of());
        }
        int limit = group == null ? HITS_EACH : HITS_OF_ONE;
        var groups = sources.stream()
                .filter(source -> group == null || group.equals(name(source)))
                .map(source -> new SearchGroup(name(source), source.titleKey(), source.find(actor, words, limit, t)))
                .filter(found -> !found.found().equals(SearchFound.NOTHING))
                .toList();
        return new SearchResults(words, groups);
    }

    private static String name(SearchSource source) {
        return source.titleKey().split("\\.", 2)[0] + "-" + source.order();
    }

    /// Full-width letters and digits are the same as narrow ones.
    private static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }
}
