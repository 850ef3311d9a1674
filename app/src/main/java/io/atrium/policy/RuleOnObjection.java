// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// The department rules on an objection.
///
/// @param upheld the objection was right, and the firm leaves the list
public record RuleOnObjection(GrantId grant, boolean upheld, String reason) {}
