// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import java.time.Instant;

/// A version in the history of a policy.
///
/// @param fingerprint SHA-256 over the package's files
public record PolicyVersionView(
        PolicyId policy, String version, String fingerprint, boolean isCurrent, Instant publishedAt) {}
