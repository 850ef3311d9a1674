// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import static jakarta.servlet.DispatcherType.ASYNC;
import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.FORWARD;

import io.atrium.identity.Actors;
import io.atrium.identity.SignInSettings;
import io.atrium.identity.Tokens;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.web.ProblemWriter;
import io.atrium.web.SecurityHeaders;
import io.atrium.web.draft.FormRescue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
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
@EnableConfigurationProperties(SignInSettings.class)
class SecurityConfiguration {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int HASH_PASSES = 2;

    private static final String[] PUBLIC_API = {
        "/api/v1/openapi/**",
        "/api/browse/**",
        "/api/swagger-ui/**",
        "/api/v1/policies/**",
        "/api/v1/prices",
        "/api/v1/lease-prices",
        "/api/v1/pools",
        "/api/v1/status",
        "/api/v1/business-clock",
        "/api/v1/sheet-checks/*"
    };
    private static final String[] PUBLIC_PAGES = {
        "/",
        "/sign-in",
        "/sign-in/**",
        "/join/**",
        "/recovery/**",
        "/assets/**",
        "/icons/**",
        "/webhook-schemas/**",
        "/favicon.ico",
        "/policies/**",
        "/prices",
        "/status",
        "/problems/**",
        "/check",
        "/check/*",
        "/gallery/**",
        "/help",
        "/join",
        "/feedback",
        "/privacy",
        "/working-days",
        "/accessibility",
        "/error",
        "/actuator/health/**"
    };

    /// Argon2id with Spring Security's costs (16 MiB, two passes); the tests, which sign in a thousand people, take
    /// less.
    @Bean
    PasswordEncoder passwordEncoder(AtriumSettings settings) {
        return new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, 1, settings.signIn().hashMemoryKib(), HASH_PASSES);
    }

    @Bean
    ActorFilter actorFilter(Actors actors, Tokens tokens) {
        return new ActorFilter(actors, tokens);
    }

    /// The filter belongs into the chains below and not before them.
    @Bean
    FilterRegistrationBean<ActorFilter> actorFilterRegistration(ActorFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http, ActorFilter actors, ProblemWriter problems, SecurityHeaders headers) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers.api())
                .addFilterBefore(actors, AuthorizationFilter.class)
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
            HttpSecurity http,
            ActorFilter actors,
            ProblemWriter problems,
            SecurityHeaders headers,
            SignInSuccess signedIn,
            FormRescue rescue,
            ProviderSignIn provider)
            throws Exception {
        provider.addTo(http);
        return http.headers(headers.pages())
                .csrf(Customizer.withDefaults())
                .addFilterBefore(actors, AuthorizationFilter.class)
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(ASYNC, ERROR, FORWARD)
                        .permitAll()
                        .requestMatchers("/sign-in/again")
                        .authenticated()
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
                                cause instanceof CsrfException
                                        ? rescue.refusal(request)
                                        : Refusal.of(CommonRefusal.NOT_ALLOWED))))
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler(signedIn)
                        .failureHandler(new SignInFailure()))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/?signed-out"))
                .build();
    }
}
