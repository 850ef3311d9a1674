// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.RouteRule;
import io.atrium.appeal.Rules;
import io.atrium.appeal.domain.RuleBook;
import io.atrium.appeal.domain.RuleBook.Category;
import io.atrium.appeal.domain.RuleBook.Limit;
import io.atrium.appeal.domain.RuleBookFiles;
import io.atrium.appeal.web.RuleForms.Slot;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/appeal-rules`: limits and their sources for whoever works on appeals; another profile or other limits, with what
/// they would change, and who leads what, for those who may write them.
@Controller
class RulesPages {

    private static final String PATH = "/appeal-rules";
    private static final Crumb[] ABOVE = {
        Crumb.of("insight.nav.home", "/"), Crumb.of("appeal.nav.list", "/appeals"), Crumb.of("appeal.nav.rules", PATH)
    };

    private final Rules rules;
    private final OrganisationNames names;
    private final RequestKeys keys;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    RulesPages(Rules rules, OrganisationNames names, RequestKeys keys, BusinessClock clock, WorkingCalendar calendar) {
        this.rules = rules;
        this.names = names;
        this.keys = keys;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Bean
    static NavItem appealRulesNavItem() {
        return NavItem.needing(Permission.READ_APPEAL, NavGroup.NEEDS, "appeal.nav.rules", PATH, 30);
    }

    @GetMapping(PATH)
    PageView show(Actor actor, Text t) {
        actor.require(Permission.READ_APPEAL);
        var words = AppealWords.of(t, rules);
        var current = rules.current();
        var book = current.book();
        boolean mayWrite = actor.may(Permission.WRITE_APPEAL_RULES);
        var published = rules.publication()
                .map(each ->
                        t.of("appeal.rules.published", each.number(), each.by(), t.dateTime(each.at()), each.reason()))
                .orElseGet(() -> t.of("appeal.rules.shipped"));
        var page = new RulesPage(
                t.of(book.title()),
                published,
                rows(book, words, t),
                book.categories().stream()
                        .map(category -> route(category, words, mayWrite, t))
                        .toList(),
                mayWrite ? profiles(book, t) : List.of(),
                mayWrite);
        return PageView.of("appeal/rules", "appeal.rules.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("appeal.nav.list", "/appeals"));
    }

    private static List<RulesPage.Row> rows(RuleBook book, AppealWords words, Text t) {
        var rows = new ArrayList<RulesPage.Row>();
        for (var slot : RuleForms.slots()) {
            RuleForms.limit(book, slot).ifPresent(limit -> rows.add(row(book, slot, limit, words, t)));
        }
        book.urgencies()
                .forEach((urgency, limits) -> limits.forEach((kind, limit) -> rows.add(new RulesPage.Row(
                        words.clock(kind),
                        t.of("appeal.urgency", urgency),
                        words.limit(limit),
                        AppealWords.source(t, book, limit.source())))));
        rows.add(other("return", book, book.returnWithin(), words, t));
        rows.add(other("circulate", book, book.circulateAfter(), words, t));
        rows.add(other("reopen", book, book.reopenWithin(), words, t));
        return rows;
    }

    private static RulesPage.Row row(RuleBook book, Slot slot, Limit limit, AppealWords words, Text t) {
        return new RulesPage.Row(
                words.clock(slot.clock()),
                whom(slot, words, t),
                words.limit(limit),
                AppealWords.source(t, book, limit.source()));
    }

    private static String whom(Slot slot, AppealWords words, Text t) {
        return slot.kind().map(words::kind).orElseGet(() -> t.of("appeal.rules.all"));
    }

    private static RulesPage.Row other(String name, RuleBook book, Limit limit, AppealWords words, Text t) {
        return new RulesPage.Row(
                t.of("appeal.rules." + name),
                t.of("appeal.rules.all"),
                words.limit(limit),
                AppealWords.source(t, book, limit.source()));
    }

    private RulesPage.Route route(Category category, AppealWords words, boolean mayWrite, Text t) {
        var route = rules.route(category.code());
        return new RulesPage.Route(
                t.of(category.name()),
                words.kind(category.kind()),
                route.map(found -> names.of(t, found.lead())).orElseGet(() -> t.of("appeal.rules.by-hand")),
                route.map(found -> names.of(t, found.fallback())).orElseGet(() -> names.of(t, rules.community())),
                route.map(found -> String.join(
                                t.of("web.list.separator"),
                                found.helpers().stream()
                                        .map(unit -> names.of(t, unit))
                                        .toList()))
                        .orElse(""),
                mayWrite ? PATH + "/routes/" + category.code() : null);
    }

    private static List<RulesPage.Profile> profiles(RuleBook current, Text t) {
        return RuleBookFiles.PROFILES.stream()
                .map(RuleBookFiles::read)
                .map(book -> new RulesPage.Profile(
                        t.of(book.title()),
                        PATH + "/new?profile=" + book.profile(),
                        book.profile().equals(current.profile())))
                .toList();
    }

    @GetMapping(PATH + "/new")
    PageView draft(Actor actor, Text t, @RequestParam(defaultValue = "") String profile) {
        actor.require(Permission.WRITE_APPEAL_RULES);
        var forms = new RuleForms(profile(profile));
        var current = rules.current().book();
        var start = current.profile().equals(profile) ? current : forms.profile();
        return draft(t, forms, forms.form(start, PATH + "/check"));
    }

    private PageView draft(Text t, RuleForms forms, Form form) {
        var title = t.of(forms.profile().title());
        return PageView.of("appeal/rules-draft", "appeal.rules.draft.title", new RulesPage.Draft(title, form), title)
                .under(ABOVE);
    }

    /// Changes nothing: shows what the answers would change.
    @PostMapping(PATH + "/check")
    PageView check(Actor actor, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.WRITE_APPEAL_RULES);
        var forms = new RuleForms(profile(typed.getOrDefault("profile", "")));
        var errors = forms.errors(typed);
        if (!errors.isEmpty()) {
            var form = forms.form(forms.profile(), PATH + "/check").answered(typed);
            return draft(t, forms, form.wrong(errors)).refused();
        }
        return check(t, forms, typed, publishing(forms, typed));
    }

    private PageView check(Text t, RuleForms forms, Map<String, String> typed, Form form) {
        var then = forms.book(typed, "-");
        var page = new RulesPage.Check(changes(then, t), form);
        return PageView.of("appeal/rules-check", "appeal.rules.check.title", page)
                .under(ABOVE);
    }

    private Form publishing(RuleForms forms, Map<String, String> typed) {
        var fields = new ArrayList<Field>();
        fields.add(Field.of(FieldKind.TEXTAREA, "reason", "appeal.rules.reason").hint("appeal.rules.reason.hint"));
        fields.add(Field.hidden("profile", forms.profile().profile()));
        for (var slot : RuleForms.slots()) {
            fields.add(Field.hidden(slot.name(), typed.getOrDefault(slot.name(), "")));
            fields.add(Field.hidden(slot.name() + "-unit", typed.getOrDefault(slot.name() + "-unit", "")));
        }
        return Form.to(PATH, "appeal.rules.publish", fields.toArray(Field[]::new))
                .keyed(keys.fresh());
    }

    private List<RulesPage.Change> changes(RuleBook then, Text t) {
        var words = AppealWords.of(t, rules);
        var now = rules.current().book();
        return RuleForms.slots().stream()
                .filter(slot -> !length(now, slot, words).equals(length(then, slot, words)))
                .map(slot -> new RulesPage.Change(
                        words.clock(slot.clock()),
                        whom(slot, words, t),
                        length(now, slot, words),
                        length(then, slot, words),
                        due(now, slot, t),
                        due(then, slot, t)))
                .toList();
    }

    private static String length(RuleBook book, Slot slot, AppealWords words) {
        return RuleForms.limit(book, slot).map(words::limit).orElse("—");
    }

    private String due(RuleBook book, Slot slot, Text t) {
        return RuleForms.limit(book, slot)
                .map(limit -> t.dateTime(limit.deadline().dueAfter(clock.instant(), calendar)))
                .orElse("—");
    }

    @StepUp
    @PostMapping(PATH)
    ModelAndView publish(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.WRITE_APPEAL_RULES);
        var forms = new RuleForms(profile(typed.getOrDefault("profile", "")));
        if (!forms.errors(typed).isEmpty()) {
            throw new RefusedException(CommonRefusal.MALFORMED_REQUEST);
        }
        var reason = typed.getOrDefault("reason", "");
        try {
            int number = rules.publish(actor, key, forms.book(typed, reason.strip()), reason);
            return SeeOther.to(PATH).saying(Flash.done("appeal.rules.done", number));
        } catch (RefusedException refused) {
            var form =
                    publishing(forms, typed).answered(Map.of("reason", reason)).refused(refused.refusal());
            return check(t, forms, typed, form).refused();
        }
    }

    private static RuleBook profile(String name) {
        if (!RuleBookFiles.PROFILES.contains(name)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return RuleBookFiles.read(name);
    }

    @GetMapping(PATH + "/routes/{category}")
    PageView route(Actor actor, Text t, @PathVariable String category) {
        actor.require(Permission.WRITE_APPEAL_RULES);
        return route(t, category(category), form(category, t));
    }

    private PageView route(Text t, Category category, Form form) {
        var name = t.of(category.name());
        return PageView.of("appeal/rules-route", "appeal.rules.route.title", new RulesPage.RouteForm(name, form), name)
                .under(ABOVE);
    }

    @PostMapping(PATH + "/routes/{category}")
    ModelAndView setRoute(
            Actor actor,
            RequestKey key,
            Text t,
            @PathVariable String category,
            @RequestParam(defaultValue = "") String lead,
            @RequestParam(defaultValue = "") String fallback,
            @RequestParam(required = false) @Nullable List<String> helpers) {
        actor.require(Permission.WRITE_APPEAL_RULES);
        var found = category(category);
        var chosen = Objects.requireNonNullElse(helpers, List.<String>of());
        try {
            rules.route(
                    actor,
                    key,
                    new RouteRule(
                            category,
                            new OrgId(lead),
                            new OrgId(fallback),
                            chosen.stream().map(OrgId::new).toList()));
            return SeeOther.to(PATH).saying(Flash.done("appeal.rules.route.done"));
        } catch (RefusedException refused) {
            var form = form(category, t).answered(Map.of("lead", lead, "fallback", fallback));
            return route(t, found, form.refused(refused.refusal())).refused();
        }
    }

    private Category category(String code) {
        return rules.current().book().category(code).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private Form form(String category, Text t) {
        var units = rules.units().stream()
                .map(unit -> Option.literal(unit.id().value(), OrganisationNames.of(t, unit)))
                .toList();
        Optional<RouteRule> route = rules.route(category);
        var helpers = new HashSet<String>();
        route.ifPresent(found -> found.helpers().forEach(unit -> helpers.add(unit.value())));
        return Form.to(
                        PATH + "/routes/" + category,
                        "appeal.rules.route.save",
                        Field.select("lead", "appeal.rules.lead", units)
                                .value(route.map(found -> found.lead().value()).orElse(null)),
                        Field.select("fallback", "appeal.rules.fallback", units)
                                .hint("appeal.rules.fallback.hint")
                                .value(route.map(found -> found.fallback().value())
                                        .orElseGet(() -> rules.community().value())),
                        Field.of(FieldKind.CHECKBOXES, "helpers", "appeal.rules.helpers")
                                .options(units)
                                .values(helpers)
                                .optional())
                .keyed(keys.fresh());
    }
}
