// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

/// What has a time limit (时限环节), in the order of the work.
public enum ClockKind {
    /// From raised, or returned, to dispatched (派单).
    DISPATCH,
    /// From dispatched to signed (签收).
    SIGN,
    /// From dispatched to the first word with the firm (首次联系).
    CONTACT,
    /// From dispatched to the plan (办理方案), where the rules ask for one.
    PLAN,
    /// From a promise with a date to the answer (承诺), as given in a plan or at a meeting on the spot.
    PROMISE,
    /// From dispatched to the answer (办结). A return does not start it anew: the firm's date does not move.
    FINISH,
    /// From the answer to the firm's word about it, or a call (回访).
    CALL_BACK,
    /// From a low mark to what was done about it (低分跟进).
    FOLLOW_UP
}
