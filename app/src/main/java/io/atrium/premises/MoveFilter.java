// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import org.jspecify.annotations.Nullable;

/// Which moves (筛选).
///
/// @param state null for all
/// @param kind null for both
public record MoveFilter(
        @Nullable MoveState state, @Nullable MoveKind kind) {}
