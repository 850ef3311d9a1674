// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.IdentityRefusal;
import io.atrium.identity.LinkedSubjects;
import io.atrium.identity.Passwords;
import io.atrium.identity.SignInSettings;
import io.atrium.identity.security.Sessions;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/account`: where one is signed in, ending sessions, and another password, which ends all other sessions.
@Controller
class AccountPages {

    private static final String PATH = "/account";

    private final Sessions sessions;
    private final Passwords passwords;
    private final LinkedSubjects subjects;
    private final SignInSettings settings;

    AccountPages(Sessions sessions, Passwords passwords, LinkedSubjects subjects, SignInSettings settings) {
        this.subjects = subjects;
        this.settings = settings;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    @Bean
    static NavItem accountNavItem() {
        return NavItem.signedIn(NavGroup.ACCOUNT, "identity.nav.account", PATH, 40);
    }

    @GetMapping(PATH)
    PageView show(
            Actor actor, Text t, @RequestParam(required = false) @Nullable String refused, HttpServletRequest request) {
        boolean isTaken = IdentityRefusal.SUBJECT_TAKEN.name().equals(refused);
        return isTaken
                ? page(actor, t, request, password().refused(Refusal.of(IdentityRefusal.SUBJECT_TAKEN)))
                        .refused()
                : page(actor, t, request, password());
    }

    @PostMapping(PATH + "/password")
    ModelAndView change(
            Actor actor,
            Text t,
            @RequestParam(name = "current_password", defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        return switch (passwords.change(actor, current, password, request.getRemoteAddr())) {
            case Passwords.Outcome.Changed(var person) -> {
                int ended = sessions.endOthers(person, request);
                yield SeeOther.to(PATH).saying(Flash.done("identity.password.changed", ended));
            }
            case Passwords.Outcome.Refused(var refusal) ->
                page(actor, t, request, password().refused(refusal)).refused();
        };
    }

    @PostMapping(PATH + "/sessions/{id}/ending")
    SeeOther end(Actor actor, @PathVariable String id) {
        if (!sessions.end(actor.person(), id)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return SeeOther.to(PATH).saying(Flash.done("identity.sessions.ended", 1));
    }

    @PostMapping(PATH + "/sessions/ending")
    SeeOther endOthers(Actor actor, HttpServletRequest request) {
        int ended = sessions.endOthers(actor.person(), request);
        return SeeOther.to(PATH).saying(Flash.done("identity.sessions.ended", ended));
    }

    private PageView page(Actor actor, Text t, HttpServletRequest request, Form password) {
        var rows = sessions.list(actor.person(), request).stream()
                .map(session -> AccountPage.Row.of(session, t))
                .toList();
        var table = Table.of(
                "identity.sessions.caption",
                Empty.nothingYet("identity.sessions.none"),
                rows.size(),
                Column.text("identity.sessions.device.title"),
                Column.text("identity.sessions.address"),
                Column.text("identity.sessions.since"),
                Column.text("identity.sessions.last-used"),
                Column.text("identity.members.state"));
        return PageView.of(
                        "identity/account",
                        "identity.account.title",
                        new AccountPage(table, rows, password, rows.size() > 1, provider(actor, t)))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private @Nullable ProviderLink provider(Actor actor, Text t) {
        var oidc = settings.oidc();
        if (oidc == null) {
            return null;
        }
        boolean isLinked = subjects.isLinked(actor.person(), oidc.issuer());
        var form = isLinked
                ? Form.to(PATH + "/link/ending", "identity.provider.unlink")
                : Form.to(PATH + "/link", "identity.provider.link");
        return new ProviderLink(oidc.name(t.lang()), ProviderLink.START, isLinked, form);
    }

    private static Form password() {
        return Form.to(
                PATH + "/password",
                "identity.password.change",
                Field.of(FieldKind.PASSWORD, "current_password", "identity.password.current")
                        .autocomplete("current-password"),
                Field.of(FieldKind.PASSWORD, "password", "identity.password.new")
                        .hint("identity.join.password.hint")
                        .autocomplete("new-password"));
    }
}
