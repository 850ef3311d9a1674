// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// The firm does without.
public record DeclineGrant(GrantId grant) {}
