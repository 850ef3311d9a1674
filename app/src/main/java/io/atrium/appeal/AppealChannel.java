// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

/// The way a need came in (来源渠道).
public enum AppealChannel {
    PAGE,
    /// Noted by a steward on the telephone.
    PHONE,
    /// Noted by a steward during a visit.
    VISIT,
    API,
    MAIL,
    /// An order of the 12345 hotline (12345 工单).
    HOTLINE
}
