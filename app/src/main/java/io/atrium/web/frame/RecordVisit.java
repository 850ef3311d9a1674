// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import io.atrium.kernel.access.Actor;
import io.atrium.web.PageView;
import io.atrium.web.PageView.Heading;
import io.atrium.web.frame.VisitedPages.Visited;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/// Notes that a signed-in person has opened the page of one record: `/jobs/job_…`, `/policies/gpu-voucher`.
class RecordVisit implements HandlerInterceptor {

    private static final int TITLE_CHARS_MAX = 300;

    /// Two parts, the second of which is a record's id: it has a digit or a sign between its words.
    private static final Pattern RECORD = Pattern.compile("/(?!problems/)[a-z-]+/(?=[^/]*[0-9_-])[A-Za-z0-9_-]{4,100}");

    private final VisitedPages visited;
    private final Frames frames;

    RecordVisit(VisitedPages visited, Frames frames) {
        this.visited = visited;
        this.frames = frames;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        var actor = (Actor) request.getAttribute(Actor.REQUEST_ATTRIBUTE);
        if (actor == null || answer == null || !isRecord(request, answer)) {
            return;
        }
        var t = frames.text(request);
        var title = answer.getModel().get(PageView.HEADING) instanceof Heading heading
                ? heading.title().text(t)
                : "";
        if (!title.isEmpty() && title.length() <= TITLE_CHARS_MAX) {
            visited.record(
                    actor, new Visited(request.getRequestURI(), title, t.lang().tag()));
        }
    }

    private static boolean isRecord(HttpServletRequest request, ModelAndView answer) {
        return request.getMethod().equals("GET")
                && answer.getStatus() == null
                && request.getHeader("HX-Request") == null
                && RECORD.matcher(request.getRequestURI()).matches();
    }
}
