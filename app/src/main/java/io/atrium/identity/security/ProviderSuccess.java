// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.identity.Actors;
import io.atrium.identity.IdentityRefusal;
import io.atrium.identity.LinkedSubjects;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// Back from the provider: links the subject with whoever asked for it, or signs in the person whom the subject was
/// linked with. What the provider said is never kept in the session.
@Component
class ProviderSuccess implements AuthenticationSuccessHandler {

    private final LinkedSubjects subjects;
    private final Actors actors;
    private final Sessions sessions;
    private final SignInSuccess signedIn;

    ProviderSuccess(LinkedSubjects subjects, Actors actors, Sessions sessions, SignInSuccess signedIn) {
        this.subjects = subjects;
        this.actors = actors;
        this.sessions = sessions;
        this.signedIn = signedIn;
    }

    private record Subject(String issuer, String value) {}

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        var subject = subject(authentication);
        var intent = LinkIntent.take(request);
        if (intent.isPresent()) {
            link(request, response, intent.get(), subject);
        } else {
            signIn(request, response, subject);
        }
    }

    private void link(HttpServletRequest request, HttpServletResponse response, LinkIntent intent, Subject subject)
            throws IOException {
        var person = new PersonId(intent.person());
        var organisation = new OrgId(intent.organisation());
        var actor = actors.seats(person).actor(organisation);
        if (actor.isEmpty()) {
            refuse(request, response, IdentityRefusal.SUBJECT_NOT_LINKED);
            return;
        }
        boolean isLinked = subjects.link(actor.get(), subject.issuer(), subject.value());
        sessions.move(request, response, person, organisation);
        response.sendRedirect(request.getContextPath() + "/account"
                + (isLinked ? "" : "?refused=" + IdentityRefusal.SUBJECT_TAKEN.name()));
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, Subject subject)
            throws IOException, ServletException {
        var seats = subjects.find(subject.issuer(), subject.value()).map(actors::seats);
        var seat = seats.flatMap(found -> found.first());
        if (seats.isEmpty() || seat.isEmpty()) {
            refuse(request, response, IdentityRefusal.SUBJECT_NOT_LINKED);
            return;
        }
        var person = seats.get().person();
        sessions.enter(request, response, person, seat.get().organisation());
        signedIn.onAuthenticationSuccess(
                request, response, SignedInAuthentication.of(person, seat.get().organisation()));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, IdentityRefusal why)
            throws IOException {
        request.getSession().invalidate();
        SecurityContextHolder.clearContext();
        response.sendRedirect(request.getContextPath() + "/sign-in?refused=" + why.name());
    }

    private static Subject subject(Authentication authentication) {
        var user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal(), "a provider names who it is");
        var issuer = Objects.requireNonNull(user.getIdToken().getIssuer(), "a token names its issuer");
        return new Subject(issuer.toString(), Objects.requireNonNull(user.getSubject(), "a token names its subject"));
    }
}
