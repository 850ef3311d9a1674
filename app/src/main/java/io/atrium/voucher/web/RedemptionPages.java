// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.VoucherNames;
import io.atrium.voucher.VoucherView;
import io.atrium.voucher.Vouchers;
import io.atrium.voucher.redemption.DecideRedemption;
import io.atrium.voucher.redemption.RedemptionDecisions;
import io.atrium.voucher.redemption.RedemptionId;
import io.atrium.voucher.redemption.RedemptionState;
import io.atrium.voucher.redemption.RedemptionTerms;
import io.atrium.voucher.redemption.RedemptionView;
import io.atrium.voucher.redemption.Redemptions;
import io.atrium.voucher.redemption.ReturnRedemption;
import io.atrium.voucher.redemption.WithdrawRedemption;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/redemptions`: what firms asked to have paid back, as they and the departments see it; deciding, returning, taking
/// back.
@Controller
class RedemptionPages {

    private final Redemptions redemptions;
    private final RedemptionDecisions decisions;
    private final RedemptionTerms terms;
    private final Vouchers vouchers;
    private final VoucherNames names;
    private final RedemptionNames organisations;
    private final RequestKeys keys;

    RedemptionPages(
            Redemptions redemptions,
            RedemptionDecisions decisions,
            RedemptionTerms terms,
            Vouchers vouchers,
            VoucherNames names,
            RedemptionNames organisations,
            RequestKeys keys) {
        this.redemptions = redemptions;
        this.decisions = decisions;
        this.terms = terms;
        this.vouchers = vouchers;
        this.names = names;
        this.organisations = organisations;
        this.keys = keys;
    }

    @Bean
    static NavItem redemptionsNavItem() {
        return NavItem.needing(
                Permission.READ_VOUCHER, NavGroup.BENEFITS, "voucher.redemption.nav", "/redemptions", 31);
    }

    @GetMapping("/redemptions")
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_VOUCHER);
        var listed = redemptions.list(actor, query.offset(), query.size());
        var ofManyFirms = actor.scope(Permission.READ_VOUCHER) instanceof Scope.All;
        var called = vouchers(actor, t, listed);
        var views = new RedemptionViews(t, organisations.in(t));
        var rows = listed.stream()
                .map(redemption -> views.row(redemption, called.getOrDefault(redemption.voucher(), "")))
                .toList();
        var table = RedemptionViews.listed(ofManyFirms).paged(query, redemptions.count(actor));
        return PageView.of(
                        "voucher/redemptions",
                        "voucher.redemptions.title",
                        new RedemptionPage.Listed(table, rows, ofManyFirms))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private Map<VoucherId, String> vouchers(Actor actor, Text t, List<RedemptionView> listed) {
        var ids = listed.stream().map(RedemptionView::voucher).distinct().toList();
        var called = names.in(t);
        return vouchers.findAll(actor.scope(Permission.READ_VOUCHER), ids).stream()
                .collect(Collectors.toMap(VoucherView::id, called::of));
    }

    @GetMapping("/redemptions/{id}")
    PageView show(Actor actor, @PathVariable RedemptionId id, Text t) {
        return view(actor, t, visible(actor, id), null, null);
    }

    @StepUp
    @PostMapping("/redemptions/{id}/decision")
    ModelAndView decide(
            Actor actor,
            RequestKey key,
            @PathVariable RedemptionId id,
            Text t,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<String> accepted) {
        actor.require(Permission.DECIDE_REDEMPTION);
        var redemption = visible(actor, id);
        var chosen = Objects.requireNonNullElse(accepted, List.<String>of());
        var form = RedemptionForms.decide(redemption, chosen, t).keyed(keys.fresh());
        var again = form.answered(without(typed, "accepted"));
        var errors = RedemptionForms.decisionErrors(typed, chosen);
        if (!errors.isEmpty()) {
            return view(actor, t, redemption, again.wrong(errors), null).refused();
        }
        try {
            var bills = "ACCEPTED".equals(typed.get("end")) ? chosen : List.<String>of();
            var end = decisions.decide(
                    actor,
                    new DecideRedemption(
                            key, id, bills, typed.getOrDefault("clause", ""), typed.getOrDefault("reason", "")));
            return done(id, end);
        } catch (RefusedException refused) {
            return view(actor, t, visible(actor, id), again.refused(refused.refusal()), null)
                    .refused();
        }
    }

    private static Map<String, String> without(Map<String, String> typed, String name) {
        return typed.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(name))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @PostMapping("/redemptions/{id}/return")
    ModelAndView giveBack(
            Actor actor,
            RequestKey key,
            @PathVariable RedemptionId id,
            Text t,
            @RequestParam(defaultValue = "") String reason) {
        actor.require(Permission.DECIDE_REDEMPTION);
        var redemption = visible(actor, id);
        try {
            return done(id, decisions.giveBack(actor, new ReturnRedemption(key, id, reason)));
        } catch (RefusedException refused) {
            var form = RedemptionForms.giveBack(redemption)
                    .keyed(keys.fresh())
                    .answered(Map.of("reason", reason))
                    .refused(refused.refusal());
            return view(actor, t, visible(actor, id), null, form).refused();
        }
    }

    @PostMapping("/redemptions/{id}/withdrawal")
    SeeOther withdraw(Actor actor, RequestKey key, @PathVariable RedemptionId id) {
        return done(id, redemptions.withdraw(actor, new WithdrawRedemption(key, id)));
    }

    private static SeeOther done(RedemptionId id, RedemptionState state) {
        return SeeOther.to("/redemptions/" + id).saying(Flash.done("voucher.redemption.flash." + state.name()));
    }

    private PageView view(
            Actor actor, Text t, RedemptionView redemption, @Nullable Form decision, @Nullable Form giveBack) {
        var voucher = vouchers.find(actor.scope(Permission.READ_VOUCHER), redemption.voucher())
                .orElseThrow();
        var called = names.in(t).of(voucher);
        Function<OrgId, String> organisation = organisations.in(t);
        var views = new RedemptionViews(t, organisation);
        var isFirm = actor.scope(Permission.REDEEM_VOUCHER).sees(redemption.firm());
        var isLinked = actor.scope(Permission.READ_BILL).sees(redemption.firm());
        var mayDecide =
                redemption.state() == RedemptionState.SUBMITTED && decisions.mayDecide(actor, redemption.department());
        var due = organisations.due(redemption);
        var page = new RedemptionPage(
                RedemptionViews.tag(redemption.state()),
                due,
                views.steps(redemption),
                views.next(redemption, due),
                views.facts(
                        redemption,
                        Fact.of(t.of("voucher.column.voucher"), called)
                                .linked("/vouchers/" + voucher.id())
                                .from(t.of("voucher.rate.redeem", voucher.rate())),
                        terms),
                views.money(redemption),
                RedemptionViews.table(redemption.lines().size()),
                redemption.lines().stream()
                        .map(line -> views.line(line, isLinked))
                        .toList(),
                views.timeline(redemptions.events(redemption.id())),
                mayDecide ? decision(redemption, decision, t) : null,
                mayDecide && redemption.returned() == null ? giveBack(redemption, giveBack) : null,
                isFirm && redemption.state() == RedemptionState.RETURNED
                        ? "/redemptions/" + redemption.id() + "/mending/new"
                        : null,
                isFirm && redemption.state().isOpen() ? withdrawal(redemption) : null);
        return PageView.of("voucher/redemption", "voucher.redemption.title", page, called)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("voucher.redemptions.title", "/redemptions"));
    }

    private Form decision(RedemptionView redemption, @Nullable Form refused, Text t) {
        return refused == null
                ? RedemptionForms.decide(redemption, RedemptionForms.bills(redemption), t)
                        .keyed(keys.fresh())
                : refused;
    }

    private Form giveBack(RedemptionView redemption, @Nullable Form refused) {
        return refused == null ? RedemptionForms.giveBack(redemption).keyed(keys.fresh()) : refused;
    }

    private Form withdrawal(RedemptionView redemption) {
        return Form.to("/redemptions/" + redemption.id() + "/withdrawal", "voucher.redemption.withdraw")
                .keyed(keys.fresh());
    }

    RedemptionView visible(Actor actor, RedemptionId id) {
        actor.require(Permission.READ_VOUCHER);
        return redemptions.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
