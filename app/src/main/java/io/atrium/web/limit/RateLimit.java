// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.limit;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets each address or person make so many requests a minute (限流) and says when to come back. Styles and scripts do
/// not
/// count: they are cached anyway.
final class RateLimit extends OncePerRequestFilter {

    /// The fact from which the error page and the `Retry-After` header come.
    static final String RETRY_AFTER = "retry_after_seconds";

    private final MinuteWindow window;
    private final Function<HttpServletRequest, Optional<String>> caller;
    private final InstantSource clock;
    private final ProblemWriter problems;

    RateLimit(
            int perMinute,
            Function<HttpServletRequest, Optional<String>> caller,
            InstantSource clock,
            ProblemWriter problems) {
        this.window = new MinuteWindow(perMinute);
        this.caller = caller;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long wait = caller.apply(request)
                .map(key -> window.waitSeconds(key, clock.instant()))
                .orElse(0L);
        if (wait == 0) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, Refusal.of(CommonRefusal.TOO_MANY_REQUESTS, RETRY_AFTER, wait));
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/icons/") || path.startsWith("/actuator/");
    }
}
