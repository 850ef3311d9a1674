// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.status.AnnouncePoolNotice;
import io.atrium.compute.status.ChangePrice;
import io.atrium.compute.status.EndPoolNotice;
import io.atrium.compute.status.PoolNotices;
import io.atrium.compute.status.PoolPrices;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a provider changes: a price from a day on, an announcement, and its end.
@Controller
class ProviderForms {

    private final Pools pools;
    private final PoolPrices prices;
    private final PoolNotices notices;
    private final RequestKeys keys;

    ProviderForms(Pools pools, PoolPrices prices, PoolNotices notices, RequestKeys keys) {
        this.pools = pools;
        this.prices = prices;
        this.notices = notices;
        this.keys = keys;
    }

    @GetMapping("/provider/pools/{pool}/price")
    PageView price(Actor actor, @PathVariable String pool, Text t) {
        return price(t, own(actor, pool), ProviderAnswers.priceForm(pool).keyed(keys.fresh()));
    }

    @StepUp
    @PostMapping("/provider/pools/{pool}/price")
    ModelAndView change(
            Actor actor, RequestKey key, @PathVariable String pool, Text t, @RequestParam Map<String, String> typed) {
        var own = own(actor, pool);
        var answers = new ProviderAnswers(typed);
        var form = ProviderAnswers.priceForm(pool).keyed(keys.fresh()).answered(typed);
        if (!answers.priceErrors().isEmpty()) {
            return price(t, own, form.wrong(answers.priceErrors())).refused();
        }
        try {
            prices.change(actor, new ChangePrice(key, pool, answers.price(), answers.from()));
            return SeeOther.to("/provider").saying(Flash.done("compute.provider.flash.price"));
        } catch (RefusedException refused) {
            return price(t, own, form.refused(refused.refusal())).refused();
        }
    }

    @GetMapping("/provider/notices/new")
    PageView notice(Actor actor, Text t) {
        return notice(actor, t, form(actor).keyed(keys.fresh()));
    }

    @PostMapping("/provider/notices")
    ModelAndView announce(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        var answers = new ProviderAnswers(typed);
        var form = form(actor).keyed(keys.fresh()).answered(typed);
        if (!answers.noticeErrors().isEmpty()) {
            return notice(actor, t, form.wrong(answers.noticeErrors())).refused();
        }
        try {
            notices.announce(actor, new AnnouncePoolNotice(key, typed.getOrDefault("pool", ""), answers.content()));
            return SeeOther.to("/provider").saying(Flash.done("compute.provider.flash.announced"));
        } catch (RefusedException refused) {
            return notice(actor, t, form.refused(refused.refusal())).refused();
        }
    }

    @GetMapping("/provider/notices/{id}/end")
    PageView askEnd(Actor actor, @PathVariable String id, Text t) {
        actor.require(Permission.OPERATE_POOL);
        var notice = notices.list(actor.scope(Permission.OPERATE_POOL)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var form = Form.to("/provider/notices/" + id + "/end", "compute.provider.end")
                .keyed(keys.fresh());
        var effects = List.of(
                t.of("compute.provider.end.what", notice.pool(), notice.words()), t.of("compute.provider.end.effect"));
        return PageView.of("compute/provider-end", "compute.provider.end.title", new ProviderPage.Ask(form, effects))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.provider", "/provider"));
    }

    @PostMapping("/provider/notices/{id}/end")
    SeeOther end(Actor actor, RequestKey key, @PathVariable String id) {
        notices.end(actor, new EndPoolNotice(key, id));
        return SeeOther.to("/provider").saying(Flash.done("compute.provider.flash.ended"));
    }

    private PageView price(Text t, PoolView pool, Form form) {
        var effects = List.of(
                t.of("compute.provider.price.now", pool.pricePerGpuHour()),
                t.of("compute.provider.price.jobs"),
                t.of("compute.provider.price.public"));
        return PageView.of(
                        "compute/provider-form",
                        "compute.provider.price.title",
                        new ProviderPage.Ask(form, effects),
                        pool.id())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.provider", "/provider"));
    }

    private PageView notice(Actor actor, Text t, Form form) {
        actor.require(Permission.OPERATE_POOL);
        var effects = List.of(
                t.of("compute.provider.notice.public"),
                t.of("compute.provider.notice.stops"),
                t.of("compute.provider.notice.running"));
        return PageView.of(
                        "compute/provider-form", "compute.provider.notice.title", new ProviderPage.Ask(form, effects))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.provider", "/provider"));
    }

    private Form form(Actor actor) {
        actor.require(Permission.OPERATE_POOL);
        var scope = actor.scope(Permission.OPERATE_POOL);
        return ProviderAnswers.noticeForm(pools.list().stream()
                .filter(pool -> scope.sees(pool.provider()))
                .map(PoolView::id)
                .toList());
    }

    private PoolView own(Actor actor, String pool) {
        actor.require(Permission.OPERATE_POOL);
        var scope = actor.scope(Permission.OPERATE_POOL);
        return pools.find(pool)
                .filter(found -> scope.sees(found.provider()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
