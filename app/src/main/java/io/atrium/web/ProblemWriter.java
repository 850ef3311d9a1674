// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.kernel.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/// Writes a refusal as problem details outside of a controller.
@Component
public class ProblemWriter {

    public void write(HttpServletRequest request, HttpServletResponse response, RefusalCode code) throws IOException {
        response.sendError(code.kind().status());
    }
}
