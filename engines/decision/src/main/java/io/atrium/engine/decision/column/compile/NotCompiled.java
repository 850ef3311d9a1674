// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

/// A construct that does not run over columns (不可列化); the decision is left to the row path. It is caught where the
/// decision is compiled and becomes data.
public final class NotCompiled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotCompiled(String construct) {
        super(construct, null, false, false);
    }

    /// In words for the author of the policy.
    public String construct() {
        return String.valueOf(getMessage());
    }
}
