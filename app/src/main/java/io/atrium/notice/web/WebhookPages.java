// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.web;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.webhook.DeliveryState;
import io.atrium.notice.webhook.EventTypes;
import io.atrium.notice.webhook.WebhookLog;
import io.atrium.notice.webhook.WebhookView;
import io.atrium.notice.webhook.Webhooks;
import io.atrium.notice.webhook.Webhooks.Outcome;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.text.RefusalText;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/webhooks`: where the organisation's programs are told what happened, and what was told.
@Controller
class WebhookPages {

    private static final String PATH = "/webhooks";
    private static final WebhooksPage.Guide GUIDE = new WebhooksPage.Guide("/webhook-schemas/notice.v1.json");

    private final Webhooks webhooks;
    private final WebhookLog log;
    private final EventTypes types;
    private final RequestKeys keys;

    WebhookPages(Webhooks webhooks, WebhookLog log, EventTypes types, RequestKeys keys) {
        this.webhooks = webhooks;
        this.log = log;
        this.types = types;
        this.keys = keys;
    }

    @Bean
    static NavItem webhooksNavItem() {
        return NavItem.needing(Permission.MANAGE_WEBHOOKS, NavGroup.ACCOUNT, "notice.webhook.title", PATH, 55);
    }

    @GetMapping(PATH)
    PageView list(Actor actor) {
        return list(actor, form(actor), null);
    }

    /// How an event looks and how its signature is checked.
    @GetMapping("/webhook-guide")
    PageView guide(Actor actor) {
        actor.require(Permission.MANAGE_WEBHOOKS);
        return PageView.of("notice/webhook-guide", "notice.webhook.guide", GUIDE)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("notice.webhook.title", PATH));
    }

    @StepUp
    @PostMapping(PATH)
    ModelAndView propose(
            Actor actor,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(name = "types", required = false) @Nullable Set<String> wanted) {
        var chosen = wanted == null ? Set.<String>of() : wanted;
        return switch (webhooks.propose(actor, url.strip(), chosen)) {
            case Outcome.Told(var id, var secret) -> list(actor, form(actor), new WebhooksPage.Told(id, secret));
            case Outcome.Done _ -> throw new IllegalStateException("a new endpoint has a secret");
            case Outcome.Refused(var refusal) ->
                list(
                                actor,
                                form(actor).restored(Map.of("url", List.of(url), "types", List.copyOf(chosen)))
                                        .refused(refusal),
                                null)
                        .refused();
        };
    }

    @GetMapping(PATH + "/{id}")
    PageView show(Actor actor, @PathVariable String id, ListQuery query, Text t) {
        return page(actor, id, query, t, null, null);
    }

    /// Asks the endpoint; when it agrees it is enabled.
    @PostMapping(PATH + "/{id}/agreement")
    ModelAndView agree(Actor actor, @PathVariable String id, ListQuery query, Text t) {
        return answered(actor, id, query, t, webhooks.agree(actor, id), "notice.flash.webhook-enabled");
    }

    @PostMapping(PATH + "/{id}/tests")
    ModelAndView ping(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Form.KEY_FIELD) RequestKey key,
            ListQuery query,
            Text t) {
        return answered(actor, id, query, t, webhooks.ping(actor, key, id), "notice.flash.webhook-pinged");
    }

    @StepUp
    @PostMapping(PATH + "/{id}/secrets")
    ModelAndView rotate(Actor actor, @PathVariable String id, ListQuery query, Text t) {
        return answered(actor, id, query, t, webhooks.rotate(actor, id), "");
    }

    @PostMapping(PATH + "/{id}/suspension")
    ModelAndView disable(Actor actor, @PathVariable String id, ListQuery query, Text t) {
        return answered(actor, id, query, t, webhooks.disable(actor, id), "notice.flash.webhook-disabled");
    }

    @PostMapping(PATH + "/{id}/removal")
    SeeOther remove(Actor actor, @PathVariable String id) {
        webhooks.remove(actor, id);
        return SeeOther.to(PATH).saying(Flash.done("notice.flash.webhook-removed"));
    }

    @PostMapping(PATH + "/{id}/deliveries/{delivery}/resending")
    SeeOther resend(Actor actor, @PathVariable String id, @PathVariable String delivery) {
        log.resend(actor, id, delivery);
        return SeeOther.to(PATH + "/" + id).saying(Flash.done("notice.flash.webhook-resent", delivery));
    }

    private ModelAndView answered(
            Actor actor, String id, ListQuery query, Text t, Outcome outcome, String flash) {
        var shown = query.at(PATH + "/" + id);
        return switch (outcome) {
            case Outcome.Done _ -> SeeOther.to(PATH + "/" + id).saying(Flash.done(flash));
            case Outcome.Told(_, var secret) -> page(actor, id, shown, t, secret, null);
            case Outcome.Refused(var refusal) ->
                page(actor, id, shown, t, null, t.refusal(refusal)).refused();
        };
    }

    private PageView list(Actor actor, Form form, WebhooksPage.@Nullable Told told) {
        var rows = webhooks.list(actor).stream()
                .map(webhook -> new WebhooksPage.Row(webhook, WebhookWords.state(webhook)))
                .toList();
        var table = Table.of(
                "notice.webhook.caption",
                Empty.nothingYet("notice.webhook.empty"),
                rows.size(),
                Column.text("notice.webhook.url"),
                Column.number("notice.webhook.types"),
                Column.text("notice.webhook.since"),
                Column.text("notice.webhook.state"));
        return PageView.of("notice/webhooks", "notice.webhook.title", new WebhooksPage(form, table, rows, told))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private Form form(Actor actor) {
        return Form.to(
                PATH,
                "notice.webhook.propose",
                Field.text("url", "notice.webhook.url").hint("notice.webhook.url.hint"),
                Field.of(FieldKind.CHECKBOXES, "types", "notice.webhook.types")
                        .options(types.of(actor.kind()).stream()
                                .map(type -> Option.key(type.name(), type.titleKey())
                                        .hint(type.name()))
                                .toList()));
    }

    private PageView page(
            Actor actor, String id, ListQuery query, Text t, @Nullable String secret, @Nullable RefusalText refusal) {
        var webhook = webhooks.find(actor, id);
        var filter = filter(query);
        int count = log.count(actor, id, filter);
        var rows = log.list(actor, id, filter, query.offset(), query.size()).stream()
                .map(delivery -> new WebhookPage.Row(
                        delivery, WebhookWords.state(delivery), WebhookWords.answer(delivery, t)))
                .toList();
        var table = Table.of(
                        "notice.webhook.log",
                        Empty.nothingYet("notice.webhook.log.empty"),
                        count,
                        Column.text("notice.webhook.event"),
                        Column.text("notice.webhook.made"),
                        Column.number("notice.webhook.attempts"),
                        Column.text("notice.webhook.answer"),
                        Column.text("notice.webhook.action"))
                .paged(query, count);
        var page = new WebhookPage(
                webhook,
                WebhookWords.state(webhook),
                WebhookWords.next(webhook, t),
                facts(webhook, t),
                query,
                filterFields(actor),
                table,
                rows,
                secret,
                refusal,
                keys.fresh().value());
        return PageView.of("notice/webhook", "notice.webhook.one", page, webhook.url())
                .under(Crumb.of("notice.webhook.title", PATH));
    }

    private static List<Fact> facts(WebhookView webhook, Text t) {
        var facts = new ArrayList<>(List.of(
                Fact.of(t.of("notice.webhook.id"), webhook.id()),
                Fact.of(t.of("notice.webhook.types"), String.join(" ", webhook.types())),
                Fact.of(t.of("notice.webhook.failures"), t.number(webhook.failures())),
                Fact.of(t.of("notice.webhook.since"), t.dateTime(webhook.createdAt()))));
        if (webhook.previousSecretUntil() != null) {
            facts.add(Fact.of(t.of("notice.webhook.previous-secret"), t.dateTime(webhook.previousSecretUntil())));
        }
        return facts;
    }

    private static WebhookLog.Filter filter(ListQuery query) {
        var state = Stream.of(DeliveryState.values())
                .filter(one -> one.name().equals(query.filter("state")))
                .findFirst()
                .orElse(null);
        return new WebhookLog.Filter(state, query.filter("type").isEmpty() ? null : query.filter("type"));
    }

    private List<Field> filterFields(Actor actor) {
        var all = Option.key("", "notice.filter.all");
        return List.of(
                Field.select(
                        "state",
                        "notice.webhook.state",
                        Stream.concat(
                                        Stream.of(all),
                                        Stream.of(DeliveryState.values())
                                                .map(state ->
                                                        Option.key(state.name(), "notice.webhook.delivery." + state)))
                                .toList()),
                Field.select(
                        "type",
                        "notice.webhook.event",
                        Stream.concat(
                                        Stream.of(all),
                                        types.of(actor.kind()).stream()
                                                .map(type -> Option.key(type.name(), type.titleKey())))
                                .toList()));
    }
}
