// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

/// Where a move stands (办理状态).
public enum MoveState {
    RUNNING,
    /// All steps are done; the occupancy is written or ended.
    DONE,
    /// By the firm, before the rooms were handed over.
    WITHDRAWN,
    /// By the owner of a step, with the reason.
    REFUSED
}
