// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Flash;
import io.atrium.web.NavItem;
import io.atrium.web.PageFrame;
import io.atrium.web.PageFrame.CrumbLink;
import io.atrium.web.PageFrame.LangLink;
import io.atrium.web.PageFrame.Links;
import io.atrium.web.PageFrame.NavLink;
import io.atrium.web.PageFrame.NavSection;
import io.atrium.web.PageFrame.Site;
import io.atrium.web.PageFrame.Theme;
import io.atrium.web.PageFrame.ThemeLink;
import io.atrium.web.PageFrame.Titles;
import io.atrium.web.PageView.Heading;
import io.atrium.web.SeeOther;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import io.atrium.web.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the frame of a page from the request, the viewer, and what the modules contributed.
final class Frames {

    /// What does not change from page to page.
    record Place(AtriumSettings settings, String version, Assets assets) {}

    private final Messages messages;
    private final List<NavItem> items;
    private final Place place;

    Frames(Messages messages, List<NavItem> items, Place place) {
        this.messages = messages;
        this.items = items.stream().sorted(NavItem.ORDER).toList();
        this.place = place;
    }

    Text text(HttpServletRequest request) {
        return messages.in(Preferences.lang(request));
    }

    PageFrame frame(HttpServletRequest request, Heading heading) {
        var t = text(request);
        var viewer = Optional.ofNullable((Actor) request.getAttribute(Actor.REQUEST_ATTRIBUTE));
        var address = Address.of(request);
        return new PageFrame(
                t,
                Preferences.theme(request),
                address.path(),
                titles(t, heading),
                nav(t, viewer, address.path()),
                viewer.orElse(null),
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                flash(request),
                site(),
                languages(t, address),
                themes(t, Preferences.theme(request), address));
    }

    private static Titles titles(Text t, Heading heading) {
        var title = heading.title().text(t);
        var crumbs = heading.crumbs().stream()
                .map(crumb -> new CrumbLink(crumb.text(t), crumb.href()))
                .toList();
        var parts = Stream.concat(
                Stream.of(heading.isRefused() ? t.of("web.title.refused", title) : title),
                crumbs.reversed().stream().map(CrumbLink::text));
        var window = Stream.concat(parts, Stream.of(t.of("web.product"))).toList();
        return new Titles(title, String.join(" - ", window), crumbs);
    }

    private List<NavSection> nav(Text t, Optional<Actor> viewer, String path) {
        var shown = items.stream().filter(item -> item.isFor().test(viewer)).toList();
        var nearest = nearest(shown, path);
        var sections = new LinkedHashMap<String, List<NavLink>>();
        for (var item : shown) {
            var link = new NavLink(t.of(item.titleKey()), item.href(), item == nearest ? current(item, path) : null);
            sections.merge(t.of(item.group().titleKey()), List.of(link), Frames::joined);
        }
        return sections.entrySet().stream()
                .map(e -> new NavSection(e.getKey(), e.getValue()))
                .toList();
    }

    /// The entry whose address is the longest beginning of the path.
    private static @Nullable NavItem nearest(List<NavItem> shown, String path) {
        return shown.stream()
                .filter(item -> item.holds(path))
                .max(Comparator.comparingInt(item -> item.href().length()))
                .orElse(null);
    }

    private static String current(NavItem item, String path) {
        return item.href().equals(path) ? "page" : "true";
    }

    private static List<NavLink> joined(List<NavLink> first, List<NavLink> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static @Nullable Flash flash(HttpServletRequest request) {
        var carried = RequestContextUtils.getInputFlashMap(request);
        return carried == null ? null : (Flash) carried.get(SeeOther.FLASH);
    }

    private Site site() {
        var settings = place.settings();
        var assets = place.assets();
        return new Site(
                settings.operatorName(),
                settings.filingNumber(),
                place.version(),
                settings.demo(),
                new Links(assets.css(), assets.darkCss(), assets.script(), assets.htmx()));
    }

    private static List<LangLink> languages(Text t, Address address) {
        return Stream.of(Lang.values())
                .map(lang -> new LangLink(lang, address.with(Preferences.LANG, lang.tag()), lang == t.lang()))
                .toList();
    }

    private static List<ThemeLink> themes(Text t, Theme now, Address address) {
        return Stream.of(Theme.values())
                .map(theme -> new ThemeLink(
                        t.of("web.theme", theme),
                        address.with(Preferences.THEME, theme.name().toLowerCase(Locale.ROOT)),
                        theme == now))
                .toList();
    }
}
