// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.web.text.Lang;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of signing in (prefix `atrium.sign-in`).
///
/// @param stepUp how long a proof of who one is suffices for forms that move money
/// @param oidc a provider of OpenID Connect where people may also sign in; without it nothing of it is shown
@ConfigurationProperties("atrium.sign-in")
public record SignInSettings(
        @DefaultValue("15m") Duration stepUp, @Nullable Oidc oidc) {

    /// Every address is given, so that Atrium starts while the provider is down.
    ///
    /// @param nameZh what the provider is called on Chinese pages
    /// @param nameEn what it is called on English pages
    /// @param issuer as in its tokens
    /// @param scopes what is asked for; `openid` must be among them
    public record Oidc(
            String nameZh,
            String nameEn,
            String issuer,
            String authorizationUri,
            String tokenUri,
            String jwkSetUri,
            String clientId,
            String clientSecret,
            @DefaultValue({"openid", "profile"}) List<String> scopes) {

        public String name(Lang lang) {
            return lang == Lang.ZH ? nameZh : nameEn;
        }

        /// Keeps the secret out of logs.
        @Override
        public String toString() {
            return "Oidc[" + issuer + "]";
        }
    }
}
