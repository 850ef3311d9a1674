// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

/// Reminders of one bill (催缴阶段), in their order.
public enum CreditStage {
    BEFORE_DUE,
    FIRST,
    SECOND,
    LINE_REDUCED
}
