// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.appeal.FirmLoad;
import io.atrium.identity.OrganisationNames;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.ServedFirm;
import io.atrium.service.ServedFirmView;
import io.atrium.service.ServedFirms;
import io.atrium.service.ServicePacks;
import io.atrium.service.StewardTerm;
import io.atrium.service.Stewards;
import io.atrium.service.VisitPlanView;
import io.atrium.service.VisitView;
import io.atrium.service.Visits;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/my-firms`: firms with what each needs, and the page of one of them; `/my-steward` is the firm's own.
@Controller
class MyFirmsPages {

    static final String PATH = "/my-firms";
    private static final int VISITS_SHOWN = 20;
    private static final int LONG_WITHOUT_VISIT_DAYS = 90;

    private final ServedFirms firms;
    private final Stewards stewards;
    private final Visits visits;
    private final ServicePacks packs;
    private final Organisations organisations;
    private final OrganisationNames names;
    private final RequestKeys keys;
    private final Dues dues;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    MyFirmsPages(
            ServedFirms firms,
            Stewards stewards,
            Visits visits,
            ServicePacks packs,
            Organisations organisations,
            OrganisationNames names,
            RequestKeys keys,
            Dues dues,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.firms = firms;
        this.stewards = stewards;
        this.visits = visits;
        this.packs = packs;
        this.organisations = organisations;
        this.names = names;
        this.keys = keys;
        this.dues = dues;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Bean
    static NavItem myFirmsNavItem() {
        return new NavItem(
                NavGroup.NEEDS,
                "service.nav.firms",
                PATH,
                40,
                viewer -> viewer.filter(Stewards::mayReadAll).isPresent());
    }

    @Bean
    static NavItem myStewardNavItem() {
        return new NavItem(
                NavGroup.NEEDS,
                "service.nav.steward",
                "/my-steward",
                40,
                viewer -> viewer.filter(a -> a.kind() == OrgKind.FIRM && a.may(Permission.READ_SERVICE))
                        .isPresent());
    }

    /// What a row is chosen by.
    private enum Need {
        OVERDUE,
        OPEN,
        LONG_WITHOUT_VISIT,
        NO_PLAN
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        requireReadsAll(actor);
        return view(actor, query, t, contactForm(actor));
    }

    /// How firms reach the reader.
    @PostMapping("/steward-contacts")
    ModelAndView tell(Actor actor, RequestKey key, ListQuery query, Text t, @RequestParam Map<String, String> typed) {
        requireReadsAll(actor);
        try {
            stewards.tellContact(actor, key, typed.getOrDefault("contact", ""));
            return SeeOther.to(PATH).saying(Flash.done("service.contact.done"));
        } catch (RefusedException refused) {
            if (refused.refusal().code() == CommonRefusal.NOT_ALLOWED) {
                throw refused;
            }
            var form = contactForm(actor);
            return view(
                            actor,
                            query.at(PATH),
                            t,
                            form == null ? null : form.answered(typed).refused(refused.refusal()))
                    .refused();
        }
    }

    private PageView view(Actor actor, ListQuery query, Text t, @Nullable Form contact) {
        var view = view(actor, query);
        var chosen = firms.list(actor, view).stream().filter(need(query)).toList();
        var called = names.of(t, chosen.stream().map(ServedFirm::firm).toList());
        var text = query.filter("text").toLowerCase(Locale.ROOT);
        var found = chosen.stream()
                .filter(firm -> called.getOrDefault(firm.firm(), "")
                        .toLowerCase(Locale.ROOT)
                        .contains(text))
                .toList();
        var rows = found.stream()
                .skip(query.offset())
                .limit(query.size())
                .map(firm -> row(firm, called.getOrDefault(firm.firm(), ""), t))
                .toList();
        var page = new MyFirmsPage(
                views(actor, view, t), query, filters(), table(view).paged(query, found.size()), rows, contact);
        return PageView.of("service/my-firms", "service.firms.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    private static List<Tab> views(Actor actor, ServedFirmView current, Text t) {
        return Arrays.stream(ServedFirmView.values())
                .filter(view -> view != ServedFirmView.MINE || isSteward(actor))
                .map(view -> Tab.of(t.of("service.firms.view", view), PATH + "?view=" + view, view == current))
                .toList();
    }

    private static boolean isSteward(Actor actor) {
        return actor.roles().contains(Role.STEWARD);
    }

    private static ServedFirmView view(Actor actor, ListQuery query) {
        return Arrays.stream(ServedFirmView.values())
                .filter(view -> view.name().equals(query.filter("view")))
                .findFirst()
                .orElse(isSteward(actor) ? ServedFirmView.MINE : ServedFirmView.ALL);
    }

    private Predicate<ServedFirm> need(ListQuery query) {
        var longAgo = clock.today().minusDays(LONG_WITHOUT_VISIT_DAYS);
        return Arrays.stream(Need.values())
                .filter(need -> need.name().equals(query.filter("need")))
                .findFirst()
                .<Predicate<ServedFirm>>map(need -> firm -> switch (need) {
                    case OVERDUE -> firm.appeals().overdue() > 0;
                    case OPEN -> firm.appeals().open() > 0;
                    case LONG_WITHOUT_VISIT -> isBefore(firm.lastVisit(), longAgo);
                    case NO_PLAN -> firm.nextVisit() == null;
                })
                .orElse(_ -> true);
    }

    private static boolean isBefore(@Nullable LocalDate day, LocalDate other) {
        return day == null || day.isBefore(other);
    }

    private static List<Field> filters() {
        var needs = Stream.concat(
                Stream.of(Option.key("", "service.firms.need.any")),
                Arrays.stream(Need.values()).map(need -> Option.key(need.name(), "service.firms.need." + need)));
        return List.of(
                Field.text("text", "service.firms.text"), Field.select("need", "service.firms.need", needs.toList()));
    }

    private static Table table(ServedFirmView view) {
        return Table.of(
                "service.firms.caption",
                Empty.nothingYet("service.firms.none." + view),
                0,
                Column.text("service.firm"),
                Column.text("service.steward"),
                Column.number("service.firms.open"),
                Column.text("service.firms.last"),
                Column.text("service.firms.next"));
    }

    private MyFirmsPage.Row row(ServedFirm firm, String name, Text t) {
        var term = firm.term();
        var next = firm.nextVisit();
        FirmLoad load = firm.appeals();
        return new MyFirmsPage.Row(
                PATH + "/" + firm.firm(),
                name,
                term == null ? t.of("service.steward.none") : term.name(),
                load.open(),
                openAppeals(firm.firm()),
                load.overdue() == 0 ? "" : t.of("service.firms.overdue", load.overdue()),
                firm.lastVisit() == null ? t.of("service.firms.never") : t.dateShort(firm.lastVisit()),
                next == null ? t.of("service.firms.no-plan") : t.dateShort(next),
                next == null || next.isAfter(clock.today()) ? null : dues.at(calendar.closing(next)));
    }

    private static String openAppeals(OrgId firm) {
        return "/appeals?view=OPEN&firm=" + firm;
    }

    private @Nullable Form contactForm(Actor actor) {
        return isSteward(actor)
                ? Form.to(
                                "/steward-contacts",
                                "service.contact.submit",
                                Field.text("contact", "service.contact")
                                        .hint("service.contact.hint")
                                        .value(stewards.contact(actor.person())))
                        .keyed(keys.fresh())
                : null;
    }

    @GetMapping("/my-steward")
    ModelAndView own(Actor actor, Text t) {
        actor.require(Permission.READ_SERVICE);
        return actor.kind() == OrgKind.FIRM ? firm(actor, actor.organisation(), t) : SeeOther.to(PATH);
    }

    @GetMapping(PATH + "/{firm}")
    PageView show(Actor actor, @PathVariable OrgId firm, Text t) {
        actor.require(Permission.READ_SERVICE);
        var isSeen = organisations
                .find(firm)
                .filter(found -> found.kind() == OrgKind.FIRM)
                .filter(found -> actor.scope(Permission.READ_SERVICE).sees(found.id()))
                .isPresent();
        if (!isSeen) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        var page = firm(actor, firm, t);
        return Stewards.mayReadAll(actor)
                ? page.under(Crumb.of("insight.nav.home", "/"), Crumb.of("service.nav.firms", PATH))
                : page;
    }

    private PageView firm(Actor actor, OrgId firm, Text t) {
        var text = new ServiceText(t, dues, calendar);
        boolean serves = actor.may(Permission.SERVE_FIRM);
        var current = stewards.current(actor, firm);
        var page = new FirmServicePage(
                current.map(term -> steward(term, t)).orElse(List.of()),
                actions(actor, firm, t),
                visits.planned(actor, null, firm).stream()
                        .map(plan -> planned(plan, text, serves))
                        .toList(),
                visits.list(actor, null, firm, null, VISITS_SHOWN).stream()
                        .map(visit -> visit(visit, text))
                        .toList(),
                stewards.history(actor, firm).stream()
                        .map(term -> past(term, t))
                        .toList(),
                actor.may(Permission.ASSIGN_STEWARD)
                        ? StewardForms.assign(stewards.list(actor), firm.value())
                                .keyed(keys.fresh())
                        : null);
        return PageView.of(
                        "service/firm",
                        Stewards.mayReadAll(actor) ? "service.firm.title" : "service.firm.title.own",
                        page,
                        names.of(t, firm))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private List<Fact> steward(StewardTerm term, Text t) {
        var contact = stewards.contact(term.steward());
        return List.of(
                Fact.of(t.of("service.steward"), term.name())
                        .from(t.of("service.steward.since", t.dateShort(day(term)))),
                Fact.of(t.of("service.contact"), contact.isEmpty() ? t.of("service.contact.none") : contact));
    }

    private LocalDate day(StewardTerm term) {
        return calendar.dayOf(term.since());
    }

    private List<FirmServicePage.Link> actions(Actor actor, OrgId firm, Text t) {
        var links = new ArrayList<FirmServicePage.Link>();
        if (actor.may(Permission.SERVE_FIRM)) {
            links.add(new FirmServicePage.Link("/visits/new?firm=" + firm, t.of("service.note.write")));
            links.add(new FirmServicePage.Link("/visit-plans/new?firm=" + firm, t.of("service.visit.plan")));
            links.add(new FirmServicePage.Link("/appeals/new?firm=" + firm, t.of("service.raise")));
        } else if (actor.may(Permission.RAISE_APPEAL)) {
            links.add(new FirmServicePage.Link("/appeals/new", t.of("service.raise.own")));
        }
        if (actor.may(Permission.READ_APPEAL)) {
            links.add(new FirmServicePage.Link(openAppeals(firm), t.of("service.appeals.open")));
        }
        packs.ofFirm(actor, firm)
                .map(pack -> new FirmServicePage.Link(PackPages.PATH + "/" + pack.id(), t.of("service.pack.open")))
                .ifPresent(links::add);
        return links;
    }

    private static FirmServicePage.Planned planned(VisitPlanView plan, ServiceText text, boolean serves) {
        var t = text.t();
        return new FirmServicePage.Planned(
                serves ? "/visit-plans/" + plan.id() : null,
                t.of("service.visit.planned", t.date(plan.day()), plan.stewardName(), plan.purpose()),
                text.due(plan));
    }

    private static FirmServicePage.Visit visit(VisitView visit, ServiceText text) {
        var t = text.t();
        return new FirmServicePage.Visit(
                "/visits/" + visit.id(),
                t.date(visit.visitedOn()),
                t.of("service.visit.who", visit.stewardName(), visit.met()),
                visit.said(),
                text.needs(visit));
    }

    private static TimelineEntry past(StewardTerm term, Text t) {
        return TimelineEntry.of(term.since(), t.of("service.steward.from", term.name(), term.reason()))
                .by(term.by())
                .toned(term.until() == null ? Tone.GOOD : Tone.PLAIN);
    }

    private static void requireReadsAll(Actor actor) {
        if (!Stewards.mayReadAll(actor)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.SERVE_FIRM.name()));
        }
    }
}
