// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.Tokens;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/tokens`: one's own API tokens. The secret of a new one is on the answer to the form and nowhere else.
@Controller
class TokenPages {

    private static final int NAME_LENGTH_MAX = 100;
    private static final List<Integer> LIFETIMES_DAYS = List.of(7, 30, 90, 365);

    private final Tokens tokens;
    private final InstantSource clock;

    TokenPages(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Bean
    static NavItem tokensNavItem() {
        return NavItem.needing(Permission.MANAGE_TOKENS, NavGroup.ACCOUNT, "identity.nav.tokens", "/tokens", 50);
    }

    @GetMapping("/tokens")
    PageView list(Actor actor, Text t) {
        return view(actor, form(actor, t), null);
    }

    @StepUp
    @PostMapping("/tokens")
    ModelAndView create(
            Actor actor,
            Text t,
            @RequestParam String name,
            @RequestParam int days,
            @RequestParam(required = false) @Nullable Set<String> permissions) {
        actor.require(Permission.MANAGE_TOKENS);
        var answered = form(actor, t).answered(Map.of("name", name, "days", String.valueOf(days)));
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            return view(actor, answered.wrong(List.of(FieldError.of("name", "identity.tokens.name.wrong"))), null)
                    .refused();
        }
        var wanted = permissions == null ? Set.<String>of() : permissions;
        return switch (tokens.create(actor, name.strip(), wanted, Duration.ofDays(days))) {
            case Tokens.Outcome.Created created -> view(actor, form(actor, t), created.secret());
            case Tokens.Outcome.Refused(var refusal) ->
                view(actor, answered.refused(refusal), null).refused();
        };
    }

    @PostMapping("/tokens/{id}/revocation")
    SeeOther revoke(Actor actor, @PathVariable String id) {
        if (!tokens.revoke(actor, id)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return SeeOther.to("/tokens").saying(Flash.done("identity.tokens.revoked"));
    }

    private PageView view(Actor actor, Form form, @Nullable String secret) {
        var rows = tokens.list(actor);
        var table = Table.of(
                "identity.tokens.caption",
                Empty.nothingYet("identity.tokens.none"),
                rows.size(),
                Column.text("identity.tokens.name"),
                Column.text("identity.tokens.permissions"),
                Column.text("identity.tokens.expires"),
                Column.text("identity.tokens.last-used"),
                Column.text("identity.tokens.state"));
        return PageView.of(
                        "identity/tokens",
                        "identity.tokens.title",
                        TokenPage.of(form, table, rows, secret, clock.instant()))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private static Form form(Actor actor, Text t) {
        var permissions = Arrays.stream(Permission.values())
                .filter(actor::may)
                .map(permission -> Option.key(permission.name(), "identity.permission." + permission.name()))
                .toList();
        var lifetimes = LIFETIMES_DAYS.stream()
                .map(days -> Option.literal(String.valueOf(days), t.of("web.unit.days", days)))
                .toList();
        return Form.to(
                "/tokens",
                "identity.tokens.create",
                Field.text("name", "identity.tokens.name").hint("identity.tokens.name.hint"),
                Field.select("days", "identity.tokens.lifetime", lifetimes).value("30"),
                Field.of(FieldKind.CHECKBOXES, "permissions", "identity.tokens.permissions")
                        .options(permissions)
                        .hint("identity.tokens.permissions.hint")
                        .optional());
    }
}
