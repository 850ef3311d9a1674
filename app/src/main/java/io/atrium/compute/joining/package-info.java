// SPDX-License-Identifier: Apache-2.0

/// Providers that join (服务商入驻): a provider without pools says who it is, what it brings, at what price, on what terms.
/// The operator accepts, returns it once, or declines. Start at [io.atrium.compute.joining.Joinings].
@NullMarked
package io.atrium.compute.joining;

import org.jspecify.annotations.NullMarked;
