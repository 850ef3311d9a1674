// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A person in an organisation (同事), with every role they have or had there.
///
/// @param isDisabled the person may not sign in at all
public record Colleague(
        PersonId person,
        String login,
        String name,
        List<Span> spans,
        @Nullable Instant lastSignInAt,
        boolean isDisabled) {

    /// One role for a time. @param until null: open
    public record Span(Role role, Instant since, @Nullable Instant until, boolean isValid) {}

    public Set<Role> roles() {
        return spans.stream().filter(Span::isValid).map(Span::role).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isMember() {
        return spans.stream().anyMatch(Span::isValid);
    }

    public Instant since() {
        return spans.stream().map(Span::since).min(Instant::compareTo).orElseThrow();
    }

    /// When the last role ends or ended; null while one is open.
    public @Nullable Instant until() {
        return spans.stream().anyMatch(span -> span.until() == null)
                ? null
                : spans.stream().map(Span::until).max(Instant::compareTo).orElseThrow();
    }
}
