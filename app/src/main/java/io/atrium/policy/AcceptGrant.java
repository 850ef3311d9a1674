// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// The firm confirms that it wants the benefit (意愿确认).
public record AcceptGrant(GrantId grant) {}
