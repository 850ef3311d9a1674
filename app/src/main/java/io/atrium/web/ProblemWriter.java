// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/// Refuses a request outside of a controller, for filters: the answer is the same problem document or error page that
/// a controller's refusal would give.
@Component
public class ProblemWriter {

    /// Request attribute under which the refusal reaches the error page.
    public static final String REFUSAL = "atrium.refusal";

    public void write(HttpServletRequest request, HttpServletResponse response, RefusalCode code) throws IOException {
        write(request, response, Refusal.of(code));
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        request.setAttribute(REFUSAL, refusal);
        response.sendError(refusal.code().kind().status());
    }
}
