// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.web.component.Form;
import org.jspecify.annotations.Nullable;

/// A provider of OpenID Connect as pages show it.
///
/// @param startHref leads to the provider
/// @param form links or unlinks one's own account; null on the sign-in page
public record ProviderLink(
        String name,
        String startHref,
        boolean isLinked,
        @Nullable Form form) {

    static final String START = "/sign-in/at/provider";
}
