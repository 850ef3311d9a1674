// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A grant as a list shows it.
///
/// @param objectedAt when the last objection was raised; null when there was none
public record GrantRow(GrantView grant, @Nullable Instant objectedAt) {}
