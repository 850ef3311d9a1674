// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

/// What can be done with a step of a move (步骤办理).
public enum StepAct {
    /// It is done, says its unit (办结).
    FINISH,
    /// Something is missing, says its unit (退回补正).
    RETURN,
    /// The firm brings what was missing (补正).
    ANSWER,
    /// It cannot be done, says its unit, and with that the whole move (不予办理).
    REFUSE;

    /// Whether the firm does it, not the unit.
    public boolean isOfFirm() {
        return this == ANSWER;
    }
}
