// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.access.Role;
import org.jspecify.annotations.Nullable;

/// Which people are asked for; empty and null mean all.
///
/// @param text part of a name, a login or the name of an organisation
public record PeopleFilter(
        String text, @Nullable Role role, @Nullable Boolean disabled) {}
