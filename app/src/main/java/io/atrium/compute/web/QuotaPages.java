// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.Quotas;
import io.atrium.compute.quota.AskQuota;
import io.atrium.compute.quota.QuotaRequestView;
import io.atrium.compute.quota.QuotaRequests;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
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
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/quota`: what a firm may use, and asking for another quota with its price and effect before the click.
@Controller
class QuotaPages {

    private final Quotas quotas;
    private final QuotaRequests requests;
    private final OrganisationNames names;
    private final RequestKeys keys;

    QuotaPages(Quotas quotas, QuotaRequests requests, OrganisationNames names, RequestKeys keys) {
        this.quotas = quotas;
        this.requests = requests;
        this.names = names;
        this.keys = keys;
    }

    @Bean
    static NavItem quotaNavItem() {
        return new NavItem(
                NavGroup.COMPUTE,
                "compute.nav.quota",
                "/quota",
                20,
                viewer -> viewer.filter(actor -> actor.may(Permission.ASK_QUOTA) || actor.may(Permission.DECIDE_QUOTA))
                        .isPresent());
    }

    @GetMapping("/quota")
    PageView show(Actor actor, ListQuery query, Text t) {
        return view(actor, query, t, form());
    }

    /// Price and effect, before anything is asked.
    @PostMapping("/quota")
    PageView check(Actor actor, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.ASK_QUOTA);
        var form = form().answered(typed);
        var gpus = Numbers.of(typed.getOrDefault("gpus", ""));
        if (gpus.isEmpty()) {
            var wrong = form.wrong(List.of(FieldError.of("gpus", "compute.form.number")));
            return view(actor, firstPage(), t, wrong).refused();
        }
        try {
            var wish = new AskQuota.Wish(gpus.getAsInt(), typed.getOrDefault("reason", ""));
            var page = new QuotaPage.Check(
                    new QuotaViews(t).effect(requests.effect(actor, wish)),
                    List.of(Fact.of(t.of("compute.quota.reason"), wish.reason())),
                    Form.to(
                                    "/quota-requests",
                                    "compute.quota.submit",
                                    Field.hidden("gpus", String.valueOf(wish.gpus())),
                                    Field.hidden("reason", wish.reason()))
                            .keyed(keys.fresh()));
            return PageView.of("compute/quota-check", "compute.quota.check.title", page)
                    .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.quota", "/quota"));
        } catch (RefusedException refused) {
            return view(actor, firstPage(), t, form.refused(refused.refusal())).refused();
        }
    }

    @PostMapping("/quota-requests")
    ModelAndView ask(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.ASK_QUOTA);
        var wish = new AskQuota.Wish(
                Numbers.of(typed.getOrDefault("gpus", "")).orElse(0), typed.getOrDefault("reason", ""));
        try {
            var request = requests.ask(actor, new AskQuota(key, wish));
            return SeeOther.to("/quota-requests/" + request).saying(Flash.done("compute.quota.flash.asked"));
        } catch (RefusedException refused) {
            var form = form().answered(typed).refused(refused.refusal());
            return view(actor, firstPage(), t, form).refused();
        }
    }

    /// What was typed is no filter of the list beside the form.
    private static ListQuery firstPage() {
        return new ListQuery("/quota", new TreeMap<>(), "", 1, ListQuery.SIZES.getFirst());
    }

    private PageView view(Actor actor, ListQuery query, Text t, Form form) {
        actor.require(Permission.READ_JOB);
        var scope = actor.scope(Permission.READ_JOB);
        var views = new QuotaViews(t);
        var listed = requests.list(scope, query.offset(), query.size());
        var firms = names.of(t, listed.stream().map(QuotaRequestView::firm).toList());
        var rows = listed.stream()
                .map(request -> views.row(request, firms.getOrDefault(request.firm(), "")))
                .toList();
        var ofManyFirms = scope instanceof Scope.All;
        var isAsking = listed.stream().anyMatch(request -> request.state().isOpen());
        var page = new QuotaPage(
                now(actor, views),
                actor.may(Permission.ASK_QUOTA) && !isAsking ? form : null,
                table(ofManyFirms).paged(query, requests.count(scope)),
                rows,
                ofManyFirms);
        return PageView.of("compute/quota", "compute.quota.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    private @Nullable List<Fact> now(Actor actor, QuotaViews views) {
        return actor.kind() == OrgKind.FIRM ? views.now(quotas.of(actor.organisation())) : null;
    }

    private static Form form() {
        return Form.to(
                "/quota",
                "compute.quota.check",
                Field.number("gpus", "compute.quota.wanted").unit("compute.unit.gpus"),
                Field.of(FieldKind.TEXTAREA, "reason", "compute.quota.reason").hint("compute.quota.reason.hint"));
    }

    private static Table table(boolean ofManyFirms) {
        var columns = new ArrayList<Column>();
        columns.add(Column.text("compute.quota.change"));
        if (ofManyFirms) {
            columns.add(Column.text("compute.job.firm"));
        }
        columns.addAll(List.of(
                Column.text("compute.job.state"),
                Column.text("compute.quota.asked-at"),
                Column.text("compute.quota.decide-by")));
        return Table.of(
                "compute.quota.requests",
                Empty.nothingYet("compute.quota.requests.none"),
                0,
                columns.toArray(Column[]::new));
    }
}
