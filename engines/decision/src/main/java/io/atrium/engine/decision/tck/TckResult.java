// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.tck;

/// How one case ended, and why when it did not pass.
///
/// @param detail empty when it passed
public record TckResult(String file, String caseId, TckVerdict verdict, String detail) {

    /// `file#case`, as a failing case is named.
    public String name() {
        return file + "#" + caseId;
    }
}
