// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

/// One column of a decision table (决策表列): strikes out of each row's mask the rules that its value does not allow.
/// Every cell is a function of one value, so a look-up of the value gives the rules allowed.
public abstract class RuleFilter {

    /// The step whose value decides.
    abstract Step input();

    /// @param masks one bit per rule, a word of all rows after the other
    abstract void strike(Lane input, long[] masks, int count);
}
