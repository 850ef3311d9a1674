// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.identity.IdentityRefusal;
import io.atrium.identity.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.stereotype.Component;

/// Sign-in at a provider of OpenID Connect (统一身份认证登录), when one is set: authorization code with PKCE and nonce.
@Component
class ProviderSignIn {

    static final String START = "/sign-in/at";
    static final String ID = "provider";
    private static final String BACK = "/sign-in/from";

    private final SignInSettings settings;
    private final ProviderSuccess success;

    ProviderSignIn(SignInSettings settings, ProviderSuccess success) {
        this.settings = settings;
        this.success = success;
    }

    void addTo(HttpSecurity http) throws Exception {
        var oidc = settings.oidc();
        if (oidc != null) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .clientRegistrationRepository(new InMemoryClientRegistrationRepository(registration(oidc)))
                    .authorizedClientRepository(new NoClients())
                    .authorizationEndpoint(start -> start.baseUri(START))
                    .redirectionEndpoint(back -> back.baseUri(BACK + "/*"))
                    .successHandler(success)
                    .failureHandler((request, response, _) -> response.sendRedirect(request.getContextPath()
                            + "/sign-in?refused=" + IdentityRefusal.PROVIDER_SIGN_IN_FAILED.name())));
        }
    }

    private static ClientRegistration registration(SignInSettings.Oidc oidc) {
        return ClientRegistration.withRegistrationId(ID)
                .clientId(oidc.clientId())
                .clientSecret(oidc.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri("{baseUrl}" + BACK + "/{registrationId}")
                .scope(oidc.scopes())
                .issuerUri(oidc.issuer())
                .authorizationUri(oidc.authorizationUri())
                .tokenUri(oidc.tokenUri())
                .jwkSetUri(oidc.jwkSetUri())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .clientName(oidc.nameEn())
                .build();
    }

    /// The provider's tokens are used once, to learn who somebody is, and kept nowhere.
    private static final class NoClients implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
