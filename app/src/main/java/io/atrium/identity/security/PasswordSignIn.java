// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.identity.Actors;
import io.atrium.identity.SignIns;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Spring Security's way into [SignIns].
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final SignIns signIns;
    private final Actors actors;

    PasswordSignIn(SignIns signIns, Actors actors) {
        this.signIns = signIns;
        this.actors = actors;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var address = attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        var outcome = signIns.attempt(attempt.getName(), String.valueOf(attempt.getCredentials()), address);
        return switch (outcome) {
            case SignIns.Outcome.SignedIn(var person, _) -> actors.seats(person)
                    .first()
                    .map(seat -> SignedInAuthentication.of(person, seat.organisation()))
                    .orElseThrow(() -> new BadCredentialsException("no organisation"));
            case SignIns.Outcome.Refused(var refusal) -> throw refusal.code().kind().status() == 429
                    ? new LockedException(refusal.code().name())
                    : new BadCredentialsException(refusal.code().name());
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
