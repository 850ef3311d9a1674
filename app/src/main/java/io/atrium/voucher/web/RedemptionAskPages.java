// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.VoucherNames;
import io.atrium.voucher.redemption.MendRedemption;
import io.atrium.voucher.redemption.PreCheck;
import io.atrium.voucher.redemption.RedemptionId;
import io.atrium.voucher.redemption.RedemptionRules;
import io.atrium.voucher.redemption.RedemptionState;
import io.atrium.voucher.redemption.RedemptionTerms;
import io.atrium.voucher.redemption.RedemptionView;
import io.atrium.voucher.redemption.Redemptions;
import io.atrium.voucher.redemption.SubmitRedemption;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/vouchers/{id}/redemptions`: a firm chooses paid bills, sees what they bring, and hands them in; the same for one
/// that was returned.
@Controller
class RedemptionAskPages {

    private final Redemptions redemptions;
    private final RedemptionTerms terms;
    private final RedemptionPages pages;
    private final VoucherNames names;
    private final RedemptionNames organisations;
    private final RequestKeys keys;

    RedemptionAskPages(
            Redemptions redemptions,
            RedemptionTerms terms,
            RedemptionPages pages,
            VoucherNames names,
            RedemptionNames organisations,
            RequestKeys keys) {
        this.redemptions = redemptions;
        this.terms = terms;
        this.pages = pages;
        this.names = names;
        this.organisations = organisations;
        this.keys = keys;
    }

    /// For what the bills are chosen: a voucher, or a redemption of it that was returned.
    private record Way(VoucherId voucher, @Nullable RedemptionView returned) {

        @Nullable
        RedemptionId mended() {
            return returned == null ? null : returned.id();
        }

        String check() {
            return returned == null
                    ? "/vouchers/" + voucher + "/redemptions/check"
                    : "/redemptions/" + returned.id() + "/mending/check";
        }

        String send() {
            return returned == null
                    ? "/vouchers/" + voucher + "/redemptions"
                    : "/redemptions/" + returned.id() + "/mending";
        }

        String back() {
            return returned == null ? "/vouchers/" + voucher : "/redemptions/" + returned.id();
        }

        String again() {
            return returned == null
                    ? "/vouchers/" + voucher + "/redemptions/new"
                    : "/redemptions/" + returned.id() + "/mending/new";
        }

        List<String> bills() {
            return returned == null ? List.of() : RedemptionForms.bills(returned);
        }
    }

    @GetMapping("/vouchers/{id}/redemptions/new")
    PageView ask(Actor actor, @PathVariable VoucherId id, Text t) {
        return ask(actor, t, new Way(id, null), List.of(), null);
    }

    @PostMapping("/vouchers/{id}/redemptions/check")
    PageView check(
            Actor actor,
            @PathVariable VoucherId id,
            Text t,
            @RequestParam(required = false) @Nullable List<String> bill) {
        return check(actor, t, new Way(id, null), Objects.requireNonNullElse(bill, List.of()));
    }

    @PostMapping("/vouchers/{id}/redemptions")
    ModelAndView send(
            Actor actor,
            RequestKey key,
            @PathVariable VoucherId id,
            Text t,
            @RequestParam(required = false) @Nullable List<String> bill) {
        var chosen = Objects.requireNonNullElse(bill, List.<String>of());
        try {
            var sent = redemptions.submit(actor, new SubmitRedemption(key, id, chosen));
            return SeeOther.to("/redemptions/" + sent)
                    .saying(Flash.done("voucher.redemption.flash.SUBMITTED", sent.value()));
        } catch (RefusedException refused) {
            return ask(actor, t, new Way(id, null), chosen, refused).refused();
        }
    }

    @GetMapping("/redemptions/{id}/mending/new")
    PageView mend(Actor actor, @PathVariable RedemptionId id, Text t) {
        var way = way(actor, id);
        return ask(actor, t, way, way.bills(), null);
    }

    @PostMapping("/redemptions/{id}/mending/check")
    PageView checkMended(
            Actor actor,
            @PathVariable RedemptionId id,
            Text t,
            @RequestParam(required = false) @Nullable List<String> bill) {
        return check(actor, t, way(actor, id), Objects.requireNonNullElse(bill, List.of()));
    }

    @PostMapping("/redemptions/{id}/mending")
    ModelAndView sendMended(
            Actor actor,
            RequestKey key,
            @PathVariable RedemptionId id,
            Text t,
            @RequestParam(required = false) @Nullable List<String> bill) {
        var chosen = Objects.requireNonNullElse(bill, List.<String>of());
        var way = way(actor, id);
        try {
            redemptions.mend(actor, new MendRedemption(key, id, chosen));
            return SeeOther.to("/redemptions/" + id)
                    .saying(Flash.done("voucher.redemption.flash.SUBMITTED", id.value()));
        } catch (RefusedException refused) {
            return ask(actor, t, way, chosen, refused).refused();
        }
    }

    private Way way(Actor actor, RedemptionId id) {
        actor.require(Permission.REDEEM_VOUCHER);
        var redemption = pages.visible(actor, id);
        return new Way(redemption.voucher(), redemption);
    }

    private PageView ask(Actor actor, Text t, Way way, List<String> chosen, @Nullable RefusedException refused) {
        var survey = redemptions.survey(actor, way.voucher(), way.mended());
        var obstacle = obstacle(way, survey, t);
        var page = new RedemptionPage.Ask(
                new RedemptionViews(t, organisations.in(t)).rules(survey),
                obstacle == null && !survey.payable().isEmpty() ? form(way, survey, chosen, t, refused) : null,
                obstacle,
                Table.of(
                        "voucher.redemption.others",
                        Empty.nothingYet("voucher.redemption.others.none"),
                        survey.notPayable().size(),
                        Column.text("voucher.redemption.bill"),
                        Column.text("voucher.redemption.day"),
                        Column.number("voucher.redemption.own"),
                        Column.text("voucher.redemption.why-not")),
                survey.notPayable().stream().map(one -> other(one, t)).toList(),
                way.back());
        return PageView.of(
                        "voucher/redemption-new",
                        "voucher.redemption.new.title",
                        page,
                        names.in(t).of(survey.voucher()))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("voucher.list.title", "/vouchers"));
    }

    private Form form(Way way, PreCheck survey, List<String> chosen, Text t, @Nullable RefusedException refused) {
        var form = RedemptionForms.choose(way.check(), survey, chosen, t);
        return refused == null ? form : form.refused(refused.refusal());
    }

    private static @Nullable String obstacle(Way way, PreCheck survey, Text t) {
        var returned = way.returned();
        if (returned != null) {
            return returned.state() == RedemptionState.RETURNED ? null : t.of("voucher.redemption.not-returned");
        }
        return RedemptionRules.obstacle(survey.voucher())
                .map(code -> t.of("problem." + code + ".title"))
                .orElse(survey.department() == null ? t.of("problem.REDEMPTION_NO_DEPARTMENT.title") : null);
    }

    private static RedemptionPage.Other other(PreCheck.Checked one, Text t) {
        return new RedemptionPage.Other(
                one.bill().name(),
                t.dateShort(one.bill().billedOn()),
                t.yuan(one.bill().paid()),
                t.of("problem." + one.obstacle() + ".title"));
    }

    private PageView check(Actor actor, Text t, Way way, List<String> chosen) {
        actor.require(Permission.REDEEM_VOUCHER);
        PreCheck check;
        try {
            check = redemptions.check(actor, way.voucher(), chosen, way.mended());
        } catch (RefusedException refused) {
            return ask(actor, t, way, chosen, refused).refused();
        }
        var views = new RedemptionViews(t, organisations.in(t));
        var page = new RedemptionPage.Check(
                views.money(check),
                Table.of(
                        "voucher.redemption.lines",
                        Empty.nothingYet("voucher.redemption.lines.none"),
                        check.bills().size(),
                        Column.text("voucher.redemption.bill"),
                        Column.text("voucher.redemption.supplier"),
                        Column.text("voucher.redemption.day"),
                        Column.number("voucher.redemption.own"),
                        Column.number("voucher.redemption.asked")),
                check.bills().stream().map(one -> line(one, t)).toList(),
                views.effects(check, terms, RedemptionViews.isCapped(check)),
                RedemptionForms.confirm(way.send(), "voucher.redemption.submit", chosen)
                        .keyed(keys.fresh()),
                way.again());
        return PageView.of(
                        "voucher/redemption-check",
                        "voucher.redemption.check.title",
                        page,
                        names.in(t).of(check.voucher()))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("voucher.list.title", "/vouchers"));
    }

    private RedemptionPage.Line line(PreCheck.Checked one, Text t) {
        return new RedemptionPage.Line(
                one.bill().name(),
                "/bills/" + one.bill().id(),
                organisations.in(t).apply(one.bill().supplier()),
                t.dateShort(one.bill().billedOn()),
                t.yuan(one.bill().paid()),
                t.yuan(one.share()),
                "",
                Tag.of(Tone.PLAIN, "voucher.redemption.line.ASKED"));
    }
}
