// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.kernel.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/// Refuses a request outside of a controller, for filters: the answer is the same problem document or error page that
/// a controller's refusal would give.
@Component
public class ProblemWriter {

    /// Request attribute under which the code reaches the error page.
    public static final String CODE = "atrium.refusal-code";

    public void write(HttpServletRequest request, HttpServletResponse response, RefusalCode code) throws IOException {
        request.setAttribute(CODE, code);
        response.sendError(code.kind().status());
    }
}
