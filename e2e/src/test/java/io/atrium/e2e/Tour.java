// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Finds every page that a person can reach by links, one example of each kind.
///
/// Pages are of one kind when their addresses differ in names and in queries only: `/jobs/job_1` and `/jobs/job_2`.
final class Tour {
    /// More kinds of pages than the application has; a tour that finds more is lost in something endless.
    private static final int KINDS_MAX = 200;

    private static final Pattern ID =
            Pattern.compile("(?<=/accounts)/.*|(?<=/policies|/entitlements|/tables|/pools)/[^/]+"
                    + "|/(?:[a-z]{3}_[0-9A-Za-z]+|[0-9a-f-]{16,}|\\d+|[A-Z][A-Z0-9_]+)(?=/|$)");
    private static final Pattern NO_PAGE =
            Pattern.compile("/(?:api|assets|icons|actuator|files|sign-out|language|theme)(?:/.*)?"
                    + "|.*\\.[a-z]{2,4}|.*/(?:export|file|pdf|template|package)|.*/papers/[^/]+");
    private static final Pattern NAMED = Pattern.compile("=[a-z]{3}_[0-9a-z]{10,}");
    private static final String LINKS = "[...document.querySelectorAll('a[href]')].map(a => a.href)";

    /// Kind of page → its example.
    private final Map<String, String> pages = new LinkedHashMap<>();

    /// Kind of page → the page that links to it, for who must mend a dead link.
    private final Map<String, String> foundAt = new HashMap<>();

    private final ArrayDeque<String> waiting = new ArrayDeque<>();

    /// Opens one page of each kind, by breadth, beginning at `/`, and hands its kind on. Returns kinds and examples.
    static Map<String, String> of(Visitor visitor, Consumer<String> onPage) {
        var tour = new Tour();
        tour.discover("/", "the start");
        while (!tour.waiting.isEmpty()) {
            var path = tour.waiting.remove();
            visitor.open(path);
            assertThat(visitor.answered())
                    .as("%s, linked at %s", path, tour.foundAt.get(kind(path)))
                    .isEqualTo(200);
            tour.links(visitor, path);
            onPage.accept(kind(path));
        }
        return tour.pages;
    }

    /// What stands for all pages of a kind, fit for a file name.
    static String kind(String path) {
        var kind = ID.matcher(path.replaceAll("\\?.*", ""))
                .replaceAll("/id")
                .substring(1)
                .replace('/', '-');
        return kind.isEmpty() ? "home" : kind;
    }

    @SuppressWarnings("unchecked") // the script returns an array of strings
    private void links(Visitor visitor, String path) {
        var here = URI.create(visitor.page().url());
        for (var link : (List<String>) visitor.page().evaluate(LINKS)) {
            var target = URI.create(link);
            if (here.getAuthority().equals(target.getAuthority())
                    && !NO_PAGE.matcher(target.getPath()).matches()) {
                discover(target.getPath() + aboutWhat(target), path);
            }
        }
    }

    /// The query, where it names the thing that the page is about; filters of lists are left out.
    private static String aboutWhat(URI target) {
        var query = target.getRawQuery();
        boolean isNamed = query != null
                && (NAMED.matcher(query).find() || target.getPath().endsWith("/new"));
        return isNamed ? "?" + query : "";
    }

    private void discover(String path, String at) {
        if (pages.putIfAbsent(kind(path), path) == null) {
            foundAt.put(kind(path), at);
            waiting.add(path);
        }
        if (pages.size() > KINDS_MAX) {
            throw new IllegalStateException("more than " + KINDS_MAX + " kinds of pages: " + foundAt);
        }
    }
}
