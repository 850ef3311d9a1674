// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.ContinuePath;
import io.atrium.web.Flash;
import io.atrium.web.KeptForm;
import io.atrium.web.NavItem;
import io.atrium.web.PageFrame;
import io.atrium.web.PageFrame.ChoiceGroup;
import io.atrium.web.PageFrame.ChoiceLink;
import io.atrium.web.PageFrame.CrumbLink;
import io.atrium.web.PageFrame.Display;
import io.atrium.web.PageFrame.GoLink;
import io.atrium.web.PageFrame.Keys;
import io.atrium.web.PageFrame.LangLink;
import io.atrium.web.PageFrame.Links;
import io.atrium.web.PageFrame.NavLink;
import io.atrium.web.PageFrame.NavSection;
import io.atrium.web.PageFrame.Reading;
import io.atrium.web.PageFrame.Site;
import io.atrium.web.PageFrame.Theme;
import io.atrium.web.PageFrame.Titles;
import io.atrium.web.PageFrame.Typing;
import io.atrium.web.PageFrame.Visit;
import io.atrium.web.PageView.Heading;
import io.atrium.web.SeeOther;
import io.atrium.web.Switcher;
import io.atrium.web.component.Pager;
import io.atrium.web.draft.KeptForms;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import io.atrium.web.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the frame of a page from the request, the viewer, and what the modules contributed.
final class Frames {

    private static final String HOME = "/";

    /// What does not change from page to page.
    record Place(
            AtriumSettings settings, String version, Assets assets, BusinessClock clock, InstantSource systemClock) {}

    /// Second keys after `g`; pages that are not in one's navigation have none.
    private static final Map<String, String> GOES = Map.ofEntries(
            Map.entry("/", "h"),
            Map.entry("/inbox", "i"),
            Map.entry("/appeals", "a"),
            Map.entry("/policies", "p"),
            Map.entry("/entitlements", "e"),
            Map.entry("/vouchers", "v"),
            Map.entry("/jobs", "c"),
            Map.entry("/prices", "x"),
            Map.entry("/company", "f"),
            Map.entry("/companies", "f"),
            Map.entry("/bills", "b"));

    private final Messages messages;
    private final List<NavItem> items;
    private final Optional<InboxCount> inbox;
    private final Place place;
    private final KeptForms kept;

    Frames(Messages messages, List<NavItem> items, Optional<InboxCount> inbox, Place place, KeptForms kept) {
        this.messages = messages;
        this.inbox = inbox;
        this.items = items.stream().sorted(NavItem.ORDER).toList();
        this.place = place;
        this.kept = kept;
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
                titles(t, heading, viewer.isPresent(), address.path()),
                nav(t, viewer, address.path()),
                viewer.orElse(null),
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                flash(request),
                site(t),
                languages(t, address),
                display(t, request, viewer, address),
                visit(t, request, viewer, address.path()),
                new Typing(formPage(request, address), SingletonSupplier.of(() -> kept.find(request))::obtain));
    }

    /// A form that comes back refused still belongs to the page where it was first seen.
    private static String formPage(HttpServletRequest request, Address address) {
        var query = "GET".equals(request.getMethod()) ? request.getQueryString() : null;
        return ContinuePath.of(request.getParameter(KeptForm.PAGE_FIELD))
                .orElse(query == null ? address.path() : address.path() + "?" + query);
    }

    private Visit visit(Text t, HttpServletRequest request, Optional<Actor> viewer, String path) {
        var switcher = (Switcher) request.getAttribute(Switcher.REQUEST_ATTRIBUTE);
        var session = switcher == null ? null : request.getSession(false);
        int unread =
                viewer.flatMap(actor -> inbox.map(count -> count.unread(actor))).orElse(0);
        var account = links(t, items(viewer).filter(NavItem::isAccount).toList(), path);
        return new Visit(switcher, session == null ? 0 : session.getMaxInactiveInterval(), unread, account);
    }

    private static Titles titles(Text t, Heading heading, boolean isSignedIn, String path) {
        var title = heading.title().text(t);
        var home = new CrumbLink(t.of(isSignedIn ? "web.crumb.home" : "web.crumb.front"), HOME);
        var crumbs = heading.crumbs().stream()
                .map(crumb -> crumb.href().equals(HOME) ? home : new CrumbLink(crumb.text(t), crumb.href()))
                .toList();
        var shown = counted(t, title, heading.pager());
        var parts = Stream.concat(
                Stream.of(heading.isRefused() ? t.of("web.title.refused", shown) : shown),
                crumbs.reversed().stream().map(CrumbLink::text));
        var window = Stream.concat(parts, Stream.of(t.of("web.product"))).toList();
        return new Titles(title, String.join(" - ", window), path.equals(HOME) ? List.of() : fromHome(home, crumbs));
    }

    /// Every way begins at home, whether or not the page says so.
    private static List<CrumbLink> fromHome(CrumbLink home, List<CrumbLink> crumbs) {
        return crumbs.contains(home) ? crumbs : joined(List.of(home), crumbs);
    }

    /// Pages of a list are told apart in the browser's tabs and history.
    private static String counted(Text t, String title, @Nullable Pager pager) {
        return pager == null || pager.total() == 0
                ? title
                : pager.hasSeveralPages()
                        ? t.of("web.title.paged", title, pager.query().page(), pager.pages(), pager.total())
                        : t.of("web.title.counted", title, pager.total());
    }

    private Stream<NavItem> items(Optional<Actor> viewer) {
        return items.stream().filter(item -> item.isFor().test(viewer));
    }

    private List<NavSection> nav(Text t, Optional<Actor> viewer, String path) {
        var shown = items(viewer).filter(item -> !item.isAccount()).toList();
        var nearest = nearest(shown, path);
        var sections = new LinkedHashMap<String, List<NavLink>>();
        for (var item : shown) {
            sections.merge(t.of(item.group().titleKey()), List.of(link(t, item, nearest, path)), Frames::joined);
        }
        return sections.entrySet().stream()
                .map(e -> new NavSection(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<NavLink> links(Text t, List<NavItem> shown, String path) {
        var nearest = nearest(shown, path);
        return shown.stream().map(item -> link(t, item, nearest, path)).toList();
    }

    private static NavLink link(Text t, NavItem item, @Nullable NavItem nearest, String path) {
        return new NavLink(t.of(item.titleKey()), item.href(), item == nearest ? current(item, path) : null);
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

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static @Nullable Flash flash(HttpServletRequest request) {
        var carried = RequestContextUtils.getInputFlashMap(request);
        return carried == null ? null : (Flash) carried.get(SeeOther.FLASH);
    }

    private Site site(Text t) {
        var settings = place.settings();
        var assets = place.assets();
        return new Site(
                settings.operatorName(),
                settings.filingNumber(),
                place.version(),
                settings.demo() ? ribbon(t) : null,
                new Links(
                        assets.css(),
                        assets.darkCss(),
                        assets.script(),
                        assets.htmx(),
                        assets.chart(),
                        assets.notes(),
                        new PageFrame.EditorLinks(assets.editorCss(), assets.editor())));
    }

    /// In the demo business time may be ahead: then both days are told, for jobs, sign-ins and audit keep to the
    /// real one.
    private String ribbon(Text t) {
        var ahead = place.clock().ahead();
        if (ahead.isZero()) {
            return t.of("web.demo.ribbon");
        }
        var real = place.systemClock().instant();
        return t.of("web.demo.ribbon.ahead", t.dateShort(day(real.plus(ahead))), t.dateShort(day(real)));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BusinessClock.ZONE);
    }

    private static List<LangLink> languages(Text t, Address address) {
        return Stream.of(Lang.values())
                .map(lang -> new LangLink(lang, address.with(Preferences.LANG, lang.tag()), lang == t.lang()))
                .toList();
    }

    private Display display(Text t, HttpServletRequest request, Optional<Actor> viewer, Address address) {
        var theme = Preferences.theme(request);
        var reading = Preferences.reading(request);
        var keys = Preferences.keys(request);
        return new Display(
                reading,
                keys,
                List.of(
                        choices(t, address, Preferences.THEME, Theme.values(), theme),
                        choices(t, address, Preferences.READING, Reading.values(), reading),
                        choices(t, address, Preferences.KEYS, Keys.values(), keys)),
                goes(t, viewer));
    }

    private List<GoLink> goes(Text t, Optional<Actor> viewer) {
        return items(viewer)
                .filter(item -> GOES.containsKey(item.href()))
                .map(item -> new GoLink(GOES.getOrDefault(item.href(), ""), t.of(item.titleKey()), item.href()))
                .toList();
    }

    private static ChoiceGroup choices(Text t, Address address, String name, Enum<?>[] values, Enum<?> now) {
        return new ChoiceGroup(
                t.of("web." + name + ".title"),
                Stream.of(values)
                        .map(value -> new ChoiceLink(
                                t.of("web." + name, value), address.with(name, Preferences.word(value)), value == now))
                        .toList());
    }
}
