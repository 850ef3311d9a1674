// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.stereotype.Component;

/// The security headers of the two doors.
@Component
public class SecurityHeaders {

    public Customizer<HeadersConfigurer<HttpSecurity>> api() {
        return Customizer.withDefaults();
    }

    public Customizer<HeadersConfigurer<HttpSecurity>> pages() {
        return Customizer.withDefaults();
    }
}
