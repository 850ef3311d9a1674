// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// The authentication kept in a session.
final class SignedInAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final SignedIn signedIn;

    SignedInAuthentication(SignedIn signedIn) {
        super(List.of());
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    static SignedInAuthentication of(PersonId person, OrgId organisation) {
        return new SignedInAuthentication(new SignedIn(person.value(), organisation.value()));
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public SignedIn getPrincipal() {
        return signedIn;
    }
}
