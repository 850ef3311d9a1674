// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.kernel.Refusal;
import io.atrium.web.ProblemWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what failed outside of a controller: an unknown address, a filter that refused, a broken page.
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final ErrorAnswers answers;

    ErrorPages(ErrorAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var failure = failure(request);
        if (failure.isBug()) {
            LOG.error(
                    "{} failed, reference {}",
                    request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                    Reference.of(request),
                    (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        return answers.answer(request, failure, List.of());
    }

    private static Failure failure(HttpServletRequest request) {
        if (request.getAttribute(ProblemWriter.REFUSAL) instanceof Refusal refusal) {
            return Failure.of(refusal);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Failure.ofStatus(status instanceof Integer number ? number : 404);
    }
}
