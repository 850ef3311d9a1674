// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.draft;

import io.atrium.kernel.Refusal;
import io.atrium.web.KeptForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Keeps the content of a form whose page had expired (过期表单). It goes into the browser's own session, comes back only
/// to
/// the person who typed it, and is sent again by nobody but them. Forms of other sites are not kept.
@Component
public class FormRescue {

    private static final String ATTRIBUTE = "atrium.rescued-form";

    /// What stands in the session.
    record Rescued(
            String person, String page, String href, LinkedHashMap<String, ArrayList<String>> answers, Instant at)
            implements Serializable {}

    private final InstantSource clock;

    FormRescue(InstantSource clock) {
        this.clock = clock;
    }

    /// Keeps what can be kept, and says so.
    public Refusal refusal(HttpServletRequest request) {
        var place = FormPlace.of(request);
        var person = request.getParameter(KeptForm.PERSON_FIELD);
        if (place.isEmpty() || person == null || person.isBlank() || !isFromThisSite(request)) {
            return Refusal.of(FormRefusal.FORM_EXPIRED);
        }
        var answers = Answers.of(request);
        if (answers.isEmpty()) {
            return Refusal.of(FormRefusal.FORM_EXPIRED);
        }
        var found = place.get();
        var href = found.restoring(KeptForm.RESCUED);
        request.getSession(true)
                .setAttribute(ATTRIBUTE, new Rescued(person, found.page(), href, answers, clock.instant()));
        return new Refusal(FormRefusal.FORM_KEPT, Map.of("continue", href));
    }

    Optional<Rescued> find(HttpServletRequest request, String person) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(ATTRIBUTE) instanceof Rescued rescued
                        && rescued.person().equals(person)
                        && rescued.page().equals(request.getRequestURI())
                ? Optional.of(rescued)
                : Optional.empty();
    }

    void forget(HttpServletRequest request, String page) {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(ATTRIBUTE) instanceof Rescued rescued
                && rescued.page().equals(page)) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    /// Browsers name the origin of every post; without one nothing is kept.
    private static boolean isFromThisSite(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return false;
        }
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
