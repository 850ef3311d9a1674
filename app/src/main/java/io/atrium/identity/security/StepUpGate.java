// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.identity.SignInSettings;
import io.atrium.web.ContinuePath;
import io.atrium.web.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/// Stands before every method that carries [StepUp].
@Component
class StepUpGate implements HandlerInterceptor, WebMvcConfigurer {

    private final Sessions sessions;
    private final HeldForms forms;
    private final SignInSettings settings;

    StepUpGate(Sessions sessions, HeldForms forms, SignInSettings settings) {
        this.sessions = sessions;
        this.forms = forms;
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.hasMethodAnnotation(StepUp.class)
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof SignedInAuthentication)
                || sessions.isProvedWithin(request, settings.stepUp())) {
            return true;
        }
        var again = UriComponentsBuilder.fromPath(request.getContextPath() + "/sign-in/again")
                .queryParam(ContinuePath.PARAMETER, "{from}")
                .queryParam("held", "{held}")
                .encode()
                .buildAndExpand(HeldForms.from(request), forms.hold(request).orElse(""));
        response.setHeader(HttpHeaders.LOCATION, again.toUriString());
        response.setStatus(HttpStatus.SEE_OTHER.value());
        return false;
    }
}
