// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.kernel.Refusal;
import io.atrium.web.error.Problem.Pointed;
import io.atrium.web.frame.Preferences;
import io.atrium.web.text.Messages;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.MethodArgumentNotValidException;

/// Makes problem documents in the language that the caller accepts.
@Component
public class Problems {

    private final Messages messages;

    Problems(Messages messages) {
        this.messages = messages;
    }

    /// Why one of several things that a request asked for was refused.
    public Problem of(HttpServletRequest request, Refusal refusal) {
        return of(request, Failure.of(refusal), List.of());
    }

    Problem of(HttpServletRequest request, Failure failure, List<Pointed> errors) {
        var t = messages.in(Preferences.lang(request));
        var words = t.refusal(failure.refusal());
        return new Problem(
                "/problems/" + words.code(),
                words.title(),
                failure.status(),
                words.detail(),
                path(request),
                words.code(),
                words.remedy(),
                plain(failure.refusal().facts()),
                errors,
                Reference.of(request));
    }

    static List<Pointed> errors(Throwable cause) {
        return cause instanceof MethodArgumentNotValidException invalid
                ? invalid.getFieldErrors().stream()
                        .map(error -> new Pointed(
                                "#/" + error.getField().replace('.', '/'), String.valueOf(error.getDefaultMessage())))
                        .toList()
                : List.of();
    }

    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /// Numbers and flags as they are, everything else as its text.
    private static Map<String, Object> plain(Map<String, Object> facts) {
        var plain = new TreeMap<String, Object>();
        facts.forEach((name, fact) -> plain.put(name, plain(fact)));
        return plain;
    }

    private static Object plain(Object fact) {
        return fact instanceof Number || fact instanceof Boolean ? fact : String.valueOf(fact);
    }
}
