// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.IdentityRefusal;
import io.atrium.identity.InvitationView;
import io.atrium.identity.Invitations;
import io.atrium.identity.Invite;
import io.atrium.identity.SignIns;
import io.atrium.identity.security.Sessions;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/join/{secret}`: the link of an invitation. Somebody new chooses login and password; who is signed in joins as they
/// are. A link that is unknown, used, revoked or expired gives one and the same answer.
@Controller
class JoinPages {

    static final String PATH = "/join";

    private final Invitations invitations;
    private final Sessions sessions;
    private final SignIns signIns;

    JoinPages(Invitations invitations, Sessions sessions, SignIns signIns) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.signIns = signIns;
    }

    @GetMapping(PATH + "/{secret}")
    PageView show(@Nullable Actor actor, Text t, @PathVariable String secret) {
        var invitation = find(secret);
        return page(actor, t, secret, account(secret, invitation.name()));
    }

    @PostMapping(PATH + "/{secret}/account")
    ModelAndView join(
            Text t,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = account(secret, name).answered(Map.of("login", login, "name", name));
        if (name.isBlank() || name.strip().length() > Invite.NAME_LENGTH_MAX) {
            return page(null, t, secret, form.wrong(List.of(FieldError.of("name", "identity.join.name.wrong"))))
                    .refused();
        }
        var account = new Invitations.Account(login.strip(), name.strip(), password);
        return switch (invitations.accept(secret, account)) {
            case Invitations.Acceptance.Joined joined -> enter(joined, request, response);
            case Invitations.Acceptance.Refused(var refusal)
            when refusal.code() == IdentityRefusal.LINK_NOT_VALID -> throw new RefusedException(refusal);
            case Invitations.Acceptance.Refused(var refusal) ->
                page(null, t, secret, form.refused(refusal)).refused();
        };
    }

    @PostMapping(PATH + "/{secret}/acceptance")
    SeeOther accept(
            Actor actor, @PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        return switch (invitations.accept(secret, actor.person())) {
            case Invitations.Acceptance.Joined joined -> {
                sessions.move(request, response, joined.person(), joined.organisation());
                yield welcome();
            }
            case Invitations.Acceptance.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    private SeeOther enter(
            Invitations.Acceptance.Joined joined, HttpServletRequest request, HttpServletResponse response) {
        sessions.enter(request, response, joined.person(), joined.organisation());
        signIns.succeeded(joined.person());
        return welcome();
    }

    private static SeeOther welcome() {
        return SeeOther.to("/").saying(Flash.done("identity.join.done"));
    }

    private InvitationView find(String secret) {
        return invitations
                .open(secret)
                .orElseThrow(() -> new RefusedException(Refusal.of(IdentityRefusal.LINK_NOT_VALID)));
    }

    private PageView page(@Nullable Actor actor, Text t, String secret, Form account) {
        var invitation = find(secret);
        var organisation = t.lang() == Lang.ZH ? invitation.organisationZh() : invitation.organisationEn();
        var acceptance = Form.to(PATH + "/" + secret + "/acceptance", "identity.join.accept");
        var page = new JoinPage(
                organisation,
                List.of(
                        Fact.of(t.of("identity.member.organisation"), organisation),
                        Fact.of(t.of("identity.members.roles"), PeopleWords.roles(t, invitation.roles())),
                        Fact.of(t.of("identity.invitations.by"), invitation.invitedBy()),
                        Fact.of(t.of("identity.invitations.expires"), t.dateTime(invitation.expiresAt()))),
                actor == null ? account : null,
                actor == null ? null : acceptance,
                "/sign-in?continue=" + PATH + "/" + secret);
        return PageView.of("identity/join", "identity.join.title", page, organisation);
    }

    private static Form account(String secret, String name) {
        return Form.to(
                PATH + "/" + secret + "/account",
                "identity.join.submit",
                Field.text("name", "identity.join.name").autocomplete("name").value(name),
                Field.text("login", "identity.sign-in.login")
                        .hint("identity.join.login.hint")
                        .autocomplete("username"),
                password());
    }

    static Field password() {
        return Field.of(FieldKind.PASSWORD, "password", "identity.sign-in.password")
                .hint("identity.join.password.hint")
                .autocomplete("new-password");
    }
}
