// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.identity.SignIns;
import io.atrium.kernel.PersonId;
import io.atrium.web.ContinuePath;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// After a sign-in: takes down the session and leads on to where the person was.
@Component
class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Sessions sessions;
    private final SignIns signIns;

    SignInSuccess(Sessions sessions, SignIns signIns) {
        this.sessions = sessions;
        this.signIns = signIns;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        sessions.begin(request);
        signIns.succeeded(new PersonId(authentication.getName()));
        var wanted = ContinuePath.of(request.getParameter(ContinuePath.PARAMETER));
        if (wanted.isPresent()) {
            clearAuthenticationAttributes(request);
            response.sendRedirect(request.getContextPath() + wanted.get());
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}
