// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.identity.IdentityRefusal;
import io.atrium.web.ContinuePath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/// Sends a failed sign-in back to its form, with the reason.
final class SignInFailure implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var code = failure instanceof LockedException
                ? IdentityRefusal.SIGN_IN_RATE_LIMITED
                : IdentityRefusal.SIGN_IN_FAILED;
        var onward = ContinuePath.of(request.getParameter(ContinuePath.PARAMETER))
                .map(path -> "&" + ContinuePath.PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                .orElse("");
        response.sendRedirect(request.getContextPath() + "/sign-in?refused=" + code.name() + onward);
    }
}
