// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import static jakarta.servlet.DispatcherType.ASYNC;
import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.FORWARD;

import io.atrium.identity.Actors;
import io.atrium.identity.Tokens;
import io.atrium.kernel.CommonRefusal;
import io.atrium.web.ProblemWriter;
import io.atrium.web.SecurityHeaders;
import io.atrium.web.error.WebRefusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;

/// Two doors into the house: the API, stateless and by bearer token; the pages, by session with CSRF protection. Which
/// paths are open to strangers stands here and nowhere else; what a signed-in person may do is asked at the front
/// doors.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] PUBLIC_API = {
        "/api/v1/openapi/**",
        "/api/browse/**",
        "/api/swagger-ui/**",
        "/api/v1/policies/**",
        "/api/v1/prices",
        "/api/v1/pools",
        "/api/v1/business-clock"
    };
    private static final String[] PUBLIC_PAGES = {
        "/",
        "/sign-in",
        "/sign-in/**",
        "/assets/**",
        "/icons/**",
        "/favicon.ico",
        "/policies/**",
        "/prices",
        "/problems/**",
        "/gallery/**",
        "/help",
        "/privacy",
        "/accessibility",
        "/error",
        "/actuator/health/**"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http, Actors actors, Tokens tokens, ProblemWriter problems, SecurityHeaders headers)
            throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers.api())
                .addFilterBefore(new ActorFilter(actors, tokens), AuthorizationFilter.class)
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(ASYNC, ERROR)
                        .permitAll()
                        .requestMatchers(PUBLIC_API)
                        .permitAll()
                        .requestMatchers(org.springframework.http.HttpMethod.POST, "/api/v1/tokens")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, _) ->
                                problems.write(request, response, CommonRefusal.NOT_SIGNED_IN))
                        .accessDeniedHandler(
                                (request, response, _) -> problems.write(request, response, CommonRefusal.NOT_ALLOWED)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageSecurity(
            HttpSecurity http, Actors actors, Tokens tokens, ProblemWriter problems, SecurityHeaders headers)
            throws Exception {
        return http.headers(headers.pages())
                .csrf(Customizer.withDefaults())
                .addFilterBefore(new ActorFilter(actors, tokens), AuthorizationFilter.class)
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(ASYNC, ERROR, FORWARD)
                        .permitAll()
                        .requestMatchers(PUBLIC_PAGES)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new SignInFirst())
                        .accessDeniedHandler((request, response, cause) -> problems.write(
                                request,
                                response,
                                cause instanceof CsrfException ? WebRefusal.FORM_EXPIRED : CommonRefusal.NOT_ALLOWED)))
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/")
                        .failureHandler(new SignInFailure()))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/?signed-out"))
                .build();
    }
}
