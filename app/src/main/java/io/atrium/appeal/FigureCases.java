// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

/// The cases that a figure is made of, so that each number leads to its list (指标口径). Which they are stands in
/// `AppealLists`, once for the count and the list.
public enum FigureCases {
    /// Raised in the period and not withdrawn.
    TAKEN_IN,
    /// Of those with a first contact due by now: contacted in time (响应).
    CONTACT_DUE,
    CONTACTED_IN_TIME,
    CONTACTED_LATE,
    /// The firm said whether it is solved (回访).
    JUDGED,
    RESOLVED,
    UNRESOLVED,
    /// Marked four or five of five (满意).
    SATISFIED,
    UNSATISFIED,
    /// The answer was due by now, or given.
    FINISH_DUE,
    FINISHED_IN_TIME,
    FINISHED_LATE,
    /// Those of which the median of days is taken.
    ANSWERED,
    /// Raised again by the same firm in the same category within 90 days (重复诉求).
    REPEATED
}
