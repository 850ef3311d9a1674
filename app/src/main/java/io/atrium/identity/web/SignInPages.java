// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.IdentityRefusal;
import io.atrium.identity.SignInSettings;
import io.atrium.identity.SignIns;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.Refusal;
import io.atrium.web.ContinuePath;
import io.atrium.web.PageView;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/sign-in`. In the demo the invented people stand beside the form, one click away.
@Controller
class SignInPages {

    private final SignIns signIns;
    private final AtriumSettings settings;
    private final SignInSettings signInSettings;

    SignInPages(SignIns signIns, AtriumSettings settings, SignInSettings signInSettings) {
        this.signInSettings = signInSettings;
        this.signIns = signIns;
        this.settings = settings;
    }

    @GetMapping("/sign-in")
    PageView form(
            Text t,
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(name = ContinuePath.PARAMETER, required = false) @Nullable String wanted) {
        var form = Form.to(
                "/sign-in",
                "identity.sign-in.submit",
                Field.text("login", "identity.sign-in.login").autocomplete("username"),
                Field.of(FieldKind.PASSWORD, "password", "identity.sign-in.password")
                        .autocomplete("current-password"));
        var onward = ContinuePath.of(wanted);
        if (onward.isPresent()) {
            form = form.with(Field.hidden(ContinuePath.PARAMETER, onward.get()));
        }
        var refusal = refusal(refused);
        var page = new SignInPage(
                refusal.isPresent() ? form.refused(refusal.get()) : form,
                SignInPage.byRole(settings.demo() ? signIns.personas() : List.of()),
                settings.demoPassword(),
                provider(t));
        var view = PageView.of("identity/sign-in", "identity.sign-in.title", page);
        return refusal.isPresent() ? view.refused() : view;
    }

    private @Nullable ProviderLink provider(Text t) {
        var oidc = signInSettings.oidc();
        return oidc == null ? null : new ProviderLink(oidc.name(t.lang()), ProviderLink.START, false, null);
    }

    private static Optional<Refusal> refusal(@Nullable String code) {
        return Arrays.stream(IdentityRefusal.values())
                .filter(known -> known.name().equals(code))
                .map(Refusal::of)
                .findFirst();
    }
}
