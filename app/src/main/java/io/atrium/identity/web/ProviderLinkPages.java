// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.LinkedSubjects;
import io.atrium.identity.SignInSettings;
import io.atrium.identity.security.LinkIntent;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// `/account/link`: links one's account with the provider's, or takes that back. The way to the provider is a link and
/// no
/// form, as forms may lead to this site only.
@Controller
class ProviderLinkPages {

    private final SignInSettings settings;
    private final LinkedSubjects subjects;

    ProviderLinkPages(SignInSettings settings, LinkedSubjects subjects) {
        this.settings = settings;
        this.subjects = subjects;
    }

    @StepUp
    @PostMapping("/account/link")
    PageView link(Actor actor, Text t, HttpServletRequest request) {
        var oidc = provider();
        LinkIntent.keep(request, actor.person(), actor.organisation());
        var page = new ProviderLink(oidc.name(t.lang()), ProviderLink.START, false, null);
        return PageView.of("identity/link", "identity.provider.link.title", page, page.name())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("identity.account.title", "/account"));
    }

    @PostMapping("/account/link/ending")
    SeeOther unlink(Actor actor) {
        if (!subjects.unlink(actor, provider().issuer())) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return SeeOther.to("/account").saying(Flash.done("identity.provider.unlinked"));
    }

    private SignInSettings.Oidc provider() {
        var oidc = settings.oidc();
        if (oidc == null) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return oidc;
    }
}
