// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

/// What sort of need it is (诉求类型); the time limits follow from it.
public enum AppealKind {
    /// 咨询
    CONSULTATION,
    /// 求助
    HELP,
    /// 投诉举报
    COMPLAINT,
    /// 建议
    SUGGESTION,
    /// 被拖欠账款, with its statutory clock
    OVERDUE_PAYMENT
}
