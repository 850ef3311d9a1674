// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// Where a correction request stands (更正状态). It begins open and ends once.
public enum CorrectionState {
    OPEN,
    ACCEPTED,
    REFUSED,
    WITHDRAWN
}
