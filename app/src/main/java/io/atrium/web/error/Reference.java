// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.kernel.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives each request a reference (受理参考号) that stands in the log, in the answer's header, and on an error page, so that
/// a
/// person can quote it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Reference extends OncePerRequestFilter {

    public static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "atrium.reference";
    private static final String LOGGED_AS = "reference";

    private final Ids ids;

    Reference(Ids ids) {
        this.ids = ids;
    }

    static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var reference = ids.next("ref");
        request.setAttribute(ATTRIBUTE, reference);
        response.setHeader(HEADER, reference);
        MDC.put(LOGGED_AS, reference);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }
}
