// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.IdentityRefusal;
import io.atrium.identity.Passwords;
import io.atrium.identity.security.Sessions;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/recovery/{secret}`: the link of a recovery. Whoever holds it chooses a new password; all sessions end. An unknown,
/// a
/// used and an expired link give one and the same answer.
@Controller
class RecoveryPages {

    private static final String PATH = "/recovery";

    private final Passwords passwords;
    private final Sessions sessions;

    RecoveryPages(Passwords passwords, Sessions sessions) {
        this.passwords = passwords;
        this.sessions = sessions;
    }

    static String path(String secret) {
        return PATH + "/" + secret;
    }

    @GetMapping(PATH + "/{secret}")
    PageView show(@PathVariable String secret) {
        return page(secret, form(secret));
    }

    @PostMapping(PATH + "/{secret}")
    ModelAndView recover(@PathVariable String secret, @RequestParam(defaultValue = "") String password) {
        return switch (passwords.recover(secret, password)) {
            case Passwords.Outcome.Changed(var person) -> {
                sessions.endAll(person);
                yield SeeOther.to("/sign-in").saying(Flash.done("identity.recovery.done"));
            }
            case Passwords.Outcome.Refused(var refusal)
            when refusal.code() == IdentityRefusal.LINK_NOT_VALID -> throw new RefusedException(refusal);
            case Passwords.Outcome.Refused(var refusal) ->
                page(secret, form(secret).refused(refusal)).refused();
        };
    }

    private PageView page(String secret, Form form) {
        var login = passwords
                .recoverable(secret)
                .orElseThrow(() -> new RefusedException(Refusal.of(IdentityRefusal.LINK_NOT_VALID)));
        return PageView.of("identity/recovery", "identity.recovery.title", new RecoveryPage(form), login);
    }

    private static Form form(String secret) {
        return Form.to(
                path(secret),
                "identity.recovery.submit",
                Field.of(FieldKind.PASSWORD, "password", "identity.password.new")
                        .hint("identity.join.password.hint")
                        .autocomplete("new-password"));
    }
}
