// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

/// Why a condition is unknown.
public enum UnknownReason {
    FACT_MISSING,
    /// A fact is there, but of a type that the model cannot use.
    FACT_OF_WRONG_TYPE,
    /// All facts are there, yet no result comes out, for example a share of a zero revenue.
    NOT_COMPUTABLE
}
