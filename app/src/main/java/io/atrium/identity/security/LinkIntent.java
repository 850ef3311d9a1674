// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;

/// That a signed-in person asked to link their account with a provider's (关联意向). It stands in their session, so the way
/// to the provider and back cannot be started for them by another site.
public record LinkIntent(String person, String organisation) implements Serializable {

    private static final String ATTRIBUTE = "atrium.link-intent";

    public static void keep(HttpServletRequest request, PersonId person, OrgId organisation) {
        request.getSession().setAttribute(ATTRIBUTE, new LinkIntent(person.value(), organisation.value()));
    }

    static Optional<LinkIntent> take(HttpServletRequest request) {
        var session = request.getSession();
        var kept = Optional.ofNullable((LinkIntent) session.getAttribute(ATTRIBUTE));
        session.removeAttribute(ATTRIBUTE);
        return kept;
    }
}
