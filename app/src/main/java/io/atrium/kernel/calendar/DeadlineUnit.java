// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

/// The unit in which a deadline is written down; each counts in its own way, see [Deadline].
public enum DeadlineUnit {
    MINUTE,
    HOUR,
    /// Hour of office time (工作小时).
    WORKING_HOUR,
    /// Calendar day (自然日).
    DAY,
    /// Working day (工作日).
    WORKING_DAY
}
