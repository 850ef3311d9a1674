// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFilter;
import io.atrium.company.CompanyView;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.service.AssignSteward;
import io.atrium.service.SplitFirms;
import io.atrium.service.Stewards;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/stewards`: who looks after how many firms; firms are given one by one or evenly.
@Controller
class StewardPages {

    static final String PATH = "/stewards";
    static final String ASSIGNMENTS = "/steward-assignments";
    private static final String SPLITS = "/steward-splits";

    private final Stewards stewards;
    private final Companies companies;
    private final RequestKeys keys;

    StewardPages(Stewards stewards, Companies companies, RequestKeys keys) {
        this.stewards = stewards;
        this.companies = companies;
        this.keys = keys;
    }

    @Bean
    static NavItem stewardsNavItem() {
        return NavItem.needing(Permission.ASSIGN_STEWARD, NavGroup.NEEDS, "service.nav.stewards", PATH, 45);
    }

    @GetMapping(PATH)
    PageView list(Actor actor, Text t) {
        actor.require(Permission.ASSIGN_STEWARD);
        return view(actor, t, assignForm(actor, ""), splitForm());
    }

    @PostMapping(ASSIGNMENTS)
    ModelAndView assign(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.ASSIGN_STEWARD);
        var form = assignForm(actor, "").answered(typed);
        var firm = firm(actor, typed.getOrDefault("firm", "").strip());
        var errors = new ArrayList<FieldError>();
        if (firm.isEmpty()) {
            errors.add(FieldError.of("firm", "service.assign.firm.wrong"));
        }
        if (typed.getOrDefault("steward", "").isEmpty()) {
            errors.add(FieldError.of("steward", "service.assign.steward.wrong"));
        }
        if (!errors.isEmpty()) {
            return view(actor, t, form.wrong(errors), splitForm()).refused();
        }
        try {
            int given = stewards.assign(
                    actor,
                    new AssignSteward(
                            key,
                            List.of(firm.orElseThrow()),
                            new PersonId(typed.getOrDefault("steward", "")),
                            typed.getOrDefault("reason", "")));
            var back = typed.getOrDefault("back", "");
            return SeeOther.to(back.matches(MyFirmsPages.PATH + "/org_[a-z0-9]{1,40}") ? back : PATH)
                    .saying(Flash.done("service.assign.done", given));
        } catch (RefusedException refused) {
            requireRule(refused);
            return view(actor, t, form.refused(refused.refusal()), splitForm()).refused();
        }
    }

    @PostMapping(SPLITS)
    ModelAndView split(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.ASSIGN_STEWARD);
        try {
            int given = stewards.split(actor, new SplitFirms(key, typed.getOrDefault("split-reason", "")));
            return SeeOther.to(PATH).saying(Flash.done("service.assign.done", given));
        } catch (RefusedException refused) {
            requireRule(refused);
            return view(
                            actor,
                            t,
                            assignForm(actor, ""),
                            splitForm().answered(typed).refused(refused.refusal()))
                    .refused();
        }
    }

    private static void requireRule(RefusedException refused) {
        if (refused.refusal().code() == CommonRefusal.NOT_ALLOWED) {
            throw refused;
        }
    }

    /// By id, code or whole name.
    private Optional<OrgId> firm(Actor actor, String named) {
        var scope = actor.scope(Permission.READ_COMPANY);
        if (named.startsWith("org_")) {
            return Optional.of(new OrgId(named));
        }
        if (named.isEmpty()) {
            return Optional.empty();
        }
        var found = companies.list(scope, new CompanyFilter(named, null, null), 1, 2);
        return found.size() == 1
                ? found.stream().map(CompanyView::id).findFirst()
                : found.stream()
                        .filter(each -> named.equals(each.nameZh()) || named.equals(each.nameEn()))
                        .map(CompanyView::id)
                        .findFirst();
    }

    private Form assignForm(Actor actor, String firm) {
        return StewardForms.assign(stewards.list(actor), firm).keyed(keys.fresh());
    }

    private Form splitForm() {
        return Form.to(
                        SPLITS,
                        "service.split.submit",
                        Field.text("split-reason", "service.assign.reason").hint("service.assign.reason.hint"))
                .keyed(keys.fresh());
    }

    private PageView view(Actor actor, Text t, Form assign, @Nullable Form split) {
        var rows = stewards.list(actor).stream()
                .map(each -> new StewardsPage.Row(
                        each.name(),
                        each.contact().isEmpty() ? t.of("service.contact.none") : each.contact(),
                        each.firms()))
                .toList();
        int unassigned = stewards.unassigned(actor).size();
        var table = Table.of(
                "service.stewards.caption",
                Empty.nothingYet("service.stewards.none"),
                rows.size(),
                Column.text("service.steward"),
                Column.text("service.contact"),
                Column.number("service.stewards.firms"));
        var page = new StewardsPage(
                table, rows, t.of("service.stewards.unassigned", unassigned), assign, unassigned == 0 ? null : split);
        return PageView.of("service/stewards", "service.stewards.title", page).under(Crumb.of("insight.nav.home", "/"));
    }
}
