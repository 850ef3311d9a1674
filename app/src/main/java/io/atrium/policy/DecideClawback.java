// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// A second officer takes the grant back, or lets it stand.
public record DecideClawback(GrantId grant, boolean takenBack, String reason) {}
