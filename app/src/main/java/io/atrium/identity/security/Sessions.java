// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// The sessions of people at browsers (登录会话): begun at sign-in, listed and ended by their owner, moved from one
/// organisation to another.
@Component
public class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final InstantSource clock;
    private final Ids ids;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository forms = new HttpSessionCsrfTokenRepository();

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository, InstantSource clock, Ids ids) {
        this.repository = repository;
        this.clock = clock;
        this.ids = ids;
    }

    /// One session as its owner sees it.
    public record View(
            String id, String userAgent, String address, Instant since, Instant lastUsedAt, boolean isCurrent) {}

    /// Takes down who just signed in, where and when.
    void begin(HttpServletRequest request) {
        var now = clock.instant();
        var agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        request.getSession()
                .setAttribute(
                        SessionNote.ATTRIBUTE,
                        new SessionNote(ids.next("ses"), agent, request.getRemoteAddr(), now, now));
    }

    /// Signs a person in without a password, after another proof such as an invitation. The session gets a new id.
    public void enter(HttpServletRequest request, HttpServletResponse response, PersonId person, OrgId organisation) {
        become(request, response, person, organisation);
        begin(request);
    }

    /// Acts for another organisation from now on. Forms that were made for the one before are refused, so that nothing
    /// is done for the wrong one from a second window.
    public void move(HttpServletRequest request, HttpServletResponse response, PersonId person, OrgId organisation) {
        become(request, response, person, organisation);
    }

    /// The owner proved anew who they are.
    public void prove(HttpServletRequest request) {
        note(request)
                .ifPresent(
                        note -> request.getSession().setAttribute(SessionNote.ATTRIBUTE, note.proved(clock.instant())));
    }

    public boolean isProvedWithin(HttpServletRequest request, Duration time) {
        return note(request)
                .filter(note -> note.provedAt().plus(time).isAfter(clock.instant()))
                .isPresent();
    }

    /// Newest use first.
    public List<View> list(PersonId person, HttpServletRequest request) {
        var current = note(request).map(SessionNote::id).orElse("");
        return repository.findByPrincipalName(person.value()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> view(session, current))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(View::lastUsedAt).reversed())
                .toList();
    }

    /// Ends one session of the person; false when they have no such session.
    public boolean end(PersonId person, String id) {
        var found = repository.findByPrincipalName(person.value()).values().stream()
                .filter(session -> id.equals(idOf(session)))
                .findFirst();
        found.ifPresent(session -> repository.deleteById(session.getId()));
        return found.isPresent();
    }

    /// Ends every session of the person but the one of this request.
    public int endOthers(PersonId person, HttpServletRequest request) {
        return endExcept(person, note(request).map(SessionNote::id).orElse(""));
    }

    public int endAll(PersonId person) {
        return endExcept(person, "");
    }

    private int endExcept(PersonId person, String kept) {
        var others = repository.findByPrincipalName(person.value()).values().stream()
                .filter(session -> kept.isEmpty() || !kept.equals(idOf(session)))
                .toList();
        others.forEach(session -> repository.deleteById(session.getId()));
        return others.size();
    }

    private void become(HttpServletRequest request, HttpServletResponse response, PersonId person, OrgId organisation) {
        request.getSession();
        request.changeSessionId();
        forms.saveToken(null, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedInAuthentication.of(person, organisation));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static Optional<SessionNote> note(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(Sessions::note);
    }

    private static @Nullable SessionNote note(HttpSession session) {
        return (SessionNote) session.getAttribute(SessionNote.ATTRIBUTE);
    }

    private static Optional<View> view(Session session, String current) {
        return Optional.ofNullable(session.<SessionNote>getAttribute(SessionNote.ATTRIBUTE))
                .map(note -> new View(
                        note.id(),
                        note.userAgent(),
                        note.address(),
                        note.signedInAt(),
                        session.getLastAccessedTime(),
                        note.id().equals(current)));
    }

    private static @Nullable String idOf(Session session) {
        var note = session.<SessionNote>getAttribute(SessionNote.ATTRIBUTE);
        return note == null ? null : note.id();
    }
}
