// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.access.Actor;
import io.atrium.web.PageView;
import io.atrium.web.error.Problem.Pointed;
import io.atrium.web.frame.Preferences;
import io.atrium.web.text.Messages;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// One failure, the right shape: a problem document under `/api`, a message in place for htmx, a page for everybody
/// else.
@Component
class ErrorAnswers {

    private final Problems problems;
    private final Messages messages;

    ErrorAnswers(Problems problems, Messages messages) {
        this.problems = problems;
        this.messages = messages;
    }

    Object answer(HttpServletRequest request, Failure failure, List<Pointed> errors) {
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
        var isStranger = request.getAttribute(Actor.REQUEST_ATTRIBUTE) == null;
        var body = new ErrorPage(
                words,
                failure.status(),
                Reference.of(request),
                failure.isBug(),
                isStranger && failure.refusal().code() != CommonRefusal.NOT_FOUND);
        var template = request.getHeader("HX-Request") == null ? "error/page" : "error/_notice";
        return PageView.of(template, "problem." + words.code() + ".title", body)
                .status(HttpStatus.valueOf(failure.status()));
    }

    private static boolean isApi(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (failed == null ? request.getRequestURI() : failed.toString()).startsWith("/api/");
    }
}
