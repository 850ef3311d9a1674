// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.policy.domain.GrantState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which grants of a list are wanted (发放名单筛选); null asks for all.
///
/// @param text part of the firm's name
public record GrantFilter(@Nullable String text, @Nullable GrantState state) {

    public static final GrantFilter ALL = new GrantFilter(null, null);

    /// From the words of an address; what is not known filters nothing.
    public static GrantFilter of(String text, String state) {
        return new GrantFilter(
                text.isBlank() ? null : text,
                Arrays.stream(GrantState.values())
                        .filter(known -> known.name().equals(state))
                        .findFirst()
                        .orElse(null));
    }
}
