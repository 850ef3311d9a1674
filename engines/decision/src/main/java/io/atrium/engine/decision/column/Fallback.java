// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

/// A decision that is left to the row path (退回逐行), firm by firm, and why. It is right all the same, and slow.
///
/// @param construct the part of its text that does not run over columns
public record Fallback(String decision, String construct) {}
