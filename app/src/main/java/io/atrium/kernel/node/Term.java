// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

/// A time at the lead (任期).
///
/// @param token larger than that of every term before it (防护令牌): what an older term still writes is told by it
public record Term(String node, long token) {}
