// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.kernel.access.Actor;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.error.Problem.Pointed;
import io.atrium.web.frame.Preferences;
import io.atrium.web.text.Messages;
import io.atrium.web.text.Text;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// One failure, the right shape: a problem document under `/api`, a message in place for htmx, a page for everybody
/// else.
@Component
class ErrorAnswers {

    private final Problems problems;
    private final Messages messages;
    private final RecordLink record;
    private final RequestableRoles roles;
    private final RequestKeys keys;

    ErrorAnswers(Problems problems, Messages messages, RecordLink record, RequestableRoles roles, RequestKeys keys) {
        this.roles = roles;
        this.keys = keys;
        this.record = record;
        this.problems = problems;
        this.messages = messages;
    }

    Object answer(HttpServletRequest request, Failure failure, List<Pointed> errors) {
        retryAfter(failure).ifPresent(ErrorAnswers::sayWhen);
        return isApi(request) ? document(request, failure, errors) : page(request, failure);
    }

    private ResponseEntity<Problem> document(HttpServletRequest request, Failure failure, List<Pointed> errors) {
        return ResponseEntity.status(failure.status())
                .header(HttpHeaders.CONTENT_LANGUAGE, Preferences.lang(request).tag())
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .body(problems.of(request, failure, errors));
    }

    private PageView page(HttpServletRequest request, Failure failure) {
        var t = messages.in(Preferences.lang(request));
        var words = t.refusal(failure.refusal());
        var actor = Optional.ofNullable((Actor) request.getAttribute(Actor.REQUEST_ATTRIBUTE));
        var isStranger = actor.isEmpty();
        var body = new ErrorPage(
                words,
                failure.status(),
                Reference.of(request),
                failure.isBug(),
                isStranger && failure.status() < 404,
                actor.flatMap(who -> neededRole(t, who, failure)).orElse(null),
                retryAfter(failure).orElse(null),
                failure.refusal().facts().get("continue") instanceof String href ? href : null,
                failure.status() == HttpStatus.CONFLICT.value()
                        ? record.of(request).orElse(null)
                        : null);
        var template = request.getHeader("HX-Request") == null ? "error/page" : "error/_notice";
        return PageView.of(template, "problem." + words.code() + ".title", body)
                .status(HttpStatus.valueOf(failure.status()));
    }

    private Optional<NeededRole> neededRole(Text t, Actor actor, Failure failure) {
        return NeededRole.missing(failure.refusal().facts().get("permission"))
                .map(permission ->
                        NeededRole.of(t, actor.kind(), permission, roles.of(actor, permission), keys.fresh()));
    }

    private static Optional<Long> retryAfter(Failure failure) {
        return failure.refusal().facts().get("retry_after_seconds") instanceof Number seconds
                ? Optional.of(seconds.longValue())
                : Optional.empty();
    }

    private static void sayWhen(long seconds) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getResponse() != null) {
            request.getResponse().setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (failed == null ? request.getRequestURI() : failed.toString()).startsWith("/api/");
    }
}
