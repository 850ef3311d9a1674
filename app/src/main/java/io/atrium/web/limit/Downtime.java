// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.limit;

import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.Refusal;
import io.atrium.web.ProblemWriter;
import io.atrium.web.error.WebRefusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/// Planned downtime (计划停机): from its beginning to its end every page says when the service is back, and nothing is
/// read or changed. The health check goes on, so that the process is not taken for dead.
final class Downtime extends OncePerRequestFilter {

    private final AtriumSettings.Downtime plan;
    private final InstantSource clock;
    private final ProblemWriter problems;

    Downtime(AtriumSettings.Downtime plan, InstantSource clock, ProblemWriter problems) {
        this.plan = plan;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var now = clock.instant();
        var until = plan.until();
        if (until == null || !isDown(now, until)) {
            chain.doFilter(request, response);
            return;
        }
        var left = Duration.between(now, until.toInstant()).plusSeconds(1).toSeconds();
        problems.write(
                request,
                response,
                new Refusal(
                        WebRefusal.PLANNED_DOWNTIME, Map.of("until", until.toInstant(), RateLimit.RETRY_AFTER, left)));
    }

    private boolean isDown(Instant now, OffsetDateTime until) {
        var from = plan.from();
        return now.isBefore(until.toInstant()) && (from == null || !now.isBefore(from.toInstant()));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/icons/") || path.startsWith("/actuator/health");
    }
}
