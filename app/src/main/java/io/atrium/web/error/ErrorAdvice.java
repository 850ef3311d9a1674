// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// Answers whatever a controller throws.
@ControllerAdvice
@Order(0)
class ErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    private final ErrorAnswers answers;

    ErrorAdvice(ErrorAnswers answers) {
        this.answers = answers;
    }

    /// The reader has gone: there is nobody to tell.
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void unheard() {}

    @ExceptionHandler(Exception.class)
    Object refused(HttpServletRequest request, Exception cause) {
        var failure = Failure.of(cause);
        if (failure.isBug()) {
            LOG.error(
                    "{} {} failed, reference {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    Reference.of(request),
                    cause);
        }
        return answers.answer(request, failure, Problems.errors(cause));
    }
}
