// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.identity.Actors;
import io.atrium.identity.Seats;
import io.atrium.identity.Tokens;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Switcher;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who acts, once per request: from the bearer token on the API, from the session elsewhere. A session whose
/// person lost every role in the organisation counts as signed out.
final class ActorFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Actors actors;
    private final Tokens tokens;

    ActorFilter(Actors actors, Tokens tokens) {
        this.actors = actors;
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var fromToken = bearer(request).flatMap(tokens::actor);
        fromToken.ifPresent(actor -> SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        actor.person().value(), "", List.of())));
        fromToken
                .or(() -> fromSession(request))
                .ifPresent(actor -> request.setAttribute(Actor.REQUEST_ATTRIBUTE, actor));
        chain.doFilter(request, response);
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private Optional<Actor> fromSession(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof SignedInAuthentication session)) {
            return Optional.empty();
        }
        var signedIn = session.getPrincipal();
        var seats = actors.seats(new PersonId(signedIn.person()));
        var organisation = new OrgId(signedIn.organisation());
        var actor = seats.actor(organisation);
        if (actor.isEmpty()) {
            SecurityContextHolder.clearContext();
        } else {
            request.setAttribute(Switcher.REQUEST_ATTRIBUTE, switcher(seats, organisation));
        }
        return actor;
    }

    private static Switcher switcher(Seats seats, OrgId current) {
        return new Switcher(seats.all().stream()
                .map(seat -> new Switcher.Choice(
                        seat.organisation().value(),
                        seat.nameZh(),
                        seat.nameEn(),
                        seat.organisation().equals(current),
                        seat.isDelegated()))
                .toList());
    }
}
