// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import org.jspecify.annotations.Nullable;

/// What happens next, by whom, by when (下一步), in the reader's language.
public record Next(String what, String who, @Nullable Due due) {}
