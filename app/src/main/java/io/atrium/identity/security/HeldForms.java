// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.kernel.Ids;
import io.atrium.web.ContinuePath;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Keeps one form per session while its sender proves who they are, then sends it on as if it had just been typed.
/// Only the session's own forms come here: their CSRF token was checked before.
@Component
public class HeldForms {

    private final Ids ids;

    HeldForms(Ids ids) {
        this.ids = ids;
    }

    /// Keeps the form of this request; empty when it cannot be kept (files, too long).
    Optional<String> hold(HttpServletRequest request) {
        var type = request.getContentType();
        var form = new HeldForm(
                ids.next("held"),
                request.getRequestURI().substring(request.getContextPath().length()),
                from(request),
                HeldForm.answers(request.getParameterMap()));
        if (type == null || !type.startsWith("application/x-www-form-urlencoded") || !form.fits()) {
            return Optional.empty();
        }
        request.getSession().setAttribute(HeldForm.ATTRIBUTE, form);
        return Optional.of(form.id());
    }

    /// Whether that form is still kept.
    public boolean has(HttpServletRequest request, String id) {
        return find(request, id).isPresent();
    }

    /// Sends the form on; false when it is no longer kept.
    public boolean send(HttpServletRequest request, HttpServletResponse response, String id)
            throws ServletException, IOException {
        var form = find(request, id);
        if (form.isEmpty()) {
            return false;
        }
        request.getSession().removeAttribute(HeldForm.ATTRIBUTE);
        request.getRequestDispatcher(form.get().path())
                .forward(new Resent(request, form.get().parameters()), response);
        return true;
    }

    /// The page that a form was sent from.
    static String from(HttpServletRequest request) {
        return ContinuePath.ofReferrer(request.getHeader(HttpHeaders.REFERER), origin(request))
                .orElse("/");
    }

    static String origin(HttpServletRequest request) {
        var url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
    }

    private static Optional<HeldForm> find(HttpServletRequest request, String id) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (HeldForm) session.getAttribute(HeldForm.ATTRIBUTE))
                .filter(form -> form.id().equals(id));
    }

    /// The request with the answers of the form that was kept.
    private static final class Resent extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters;

        Resent(HttpServletRequest request, Map<String, String[]> parameters) {
            super(request);
            this.parameters = parameters;
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }
    }
}
