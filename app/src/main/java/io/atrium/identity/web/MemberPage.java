// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One member: what they are, other roles, and the end.
///
/// @param roles null when the person is no member any more
public record MemberPage(
        List<Fact> facts,
        @Nullable Form roles,
        Form ending,
        List<String> consequences,
        String back,
        Form recovery,
        @Nullable Link link) {

    /// A recovery link just issued, told now and never again.
    public record Link(String address, Instant expiresAt) {}
}
