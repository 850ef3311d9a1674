// SPDX-License-Identifier: Apache-2.0
package io.atrium.search.web;

import io.atrium.kernel.access.Actor;
import io.atrium.search.Search;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.text.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/search`: words give groups of results, an id leads straight to its record.
@Controller
class SearchPages {

    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    ModelAndView search(
            Actor actor,
            Text t,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = "in", required = false) @Nullable String group) {
        if (typed.isBlank()) {
            return PageView.of("search/search", "search.title", SearchPage.empty());
        }
        var record = group == null ? search.jump(actor, typed) : Optional.<String>empty();
        if (record.isPresent()) {
            return SeeOther.to(record.get()).saying(Flash.note("search.jumped", typed.strip()));
        }
        var results = search.find(actor, typed, group, t);
        var page = SearchPage.of(results, group != null, t);
        return PageView.of(
                "search/search", "search.title.of", page, results.words().text());
    }
}
