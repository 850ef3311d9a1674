// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/// Sends a stranger to the sign-in page; when a part of a page was asked for, the whole page goes there.
final class SignInFirst implements AuthenticationEntryPoint {

    private static final String SIGN_IN = "/sign-in";

    private final AuthenticationEntryPoint redirect = new LoginUrlAuthenticationEntryPoint(SIGN_IN);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") == null) {
            redirect.commence(request, response, cause);
        } else {
            response.setHeader("HX-Redirect", SIGN_IN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
