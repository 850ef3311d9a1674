// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.tck;

/// How a case ended.
public enum TckVerdict {
    PASSED,
    FAILED,
    /// On purpose: the model calls a function outside FEEL.
    REFUSED
}
