// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.SignInSettings;
import io.atrium.identity.SignIns;
import io.atrium.identity.security.HeldForms;
import io.atrium.identity.security.Sessions;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.access.Actor;
import io.atrium.web.ContinuePath;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/sign-in/again`: the person proves anew who they are; then the form they had sent goes on by itself.
@Controller
class SignInAgainPages {

    private static final String PATH = "/sign-in/again";

    private final SignIns signIns;
    private final Sessions sessions;
    private final HeldForms forms;
    private final SignInSettings settings;

    SignInAgainPages(SignIns signIns, Sessions sessions, HeldForms forms, SignInSettings settings) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.forms = forms;
        this.settings = settings;
    }

    @GetMapping(PATH)
    PageView ask(
            Actor actor,
            @RequestParam(name = ContinuePath.PARAMETER, required = false) @Nullable String from,
            @RequestParam(defaultValue = "") String held,
            HttpServletRequest request) {
        return page(actor, from, held, request, null);
    }

    @PostMapping(PATH)
    @Nullable
    ModelAndView prove(
            Actor actor,
            @RequestParam(name = ContinuePath.PARAMETER, required = false) @Nullable String from,
            @RequestParam(defaultValue = "") String held,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        if (!sessions.isProvedWithin(request, settings.stepUp())) {
            var outcome = signIns.prove(actor.person(), password, request.getRemoteAddr());
            if (outcome instanceof SignIns.Outcome.Refused(var refusal)) {
                return page(actor, from, held, request, refusal).refused();
            }
            sessions.prove(request);
        }
        return forms.send(request, response, held)
                ? null
                : SeeOther.to(ContinuePath.of(from).orElse("/")).saying(Flash.note("identity.again.proved"));
    }

    private PageView page(
            Actor actor, @Nullable String from, String held, HttpServletRequest request, @Nullable Refusal refusal) {
        var back = ContinuePath.of(from).orElse("/");
        var form = Form.to(
                PATH, "identity.again.submit", Field.hidden(ContinuePath.PARAMETER, back), Field.hidden("held", held));
        boolean isFresh = sessions.isProvedWithin(request, settings.stepUp());
        if (!isFresh) {
            form = form.with(Field.of(FieldKind.PASSWORD, "password", "identity.sign-in.password")
                    .autocomplete("current-password"));
        }
        var page = new SignInAgainPage(
                isFresh ? "identity.again.fresh" : "identity.again.lead",
                refusal == null ? form : form.refused(refusal),
                forms.has(request, held),
                back);
        return PageView.of("identity/sign-in-again", "identity.again.title", page, actor.name());
    }
}
