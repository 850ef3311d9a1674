// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an invitation leads to.
///
/// @param account for somebody new; null for who is signed in
/// @param acceptance for who is signed in; null for a stranger
/// @param signInHref for a stranger who has an account
public record JoinPage(
        String organisation,
        List<Fact> facts,
        @Nullable Form account,
        @Nullable Form acceptance,
        String signInHref) {}
