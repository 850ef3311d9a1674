// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.RequestKey;

/// What the firm can do to its own appeal.
public sealed interface ConcludeAppeal {

    RequestKey key();

    AppealId appeal();

    /// Gives what it was asked for (补充).
    record Reply(RequestKey key, AppealId appeal, String words) implements ConcludeAppeal {}

    /// Says how it ended (评价): closes the appeal.
    record Accept(RequestKey key, AppealId appeal, AppealView.Verdict verdict) implements ConcludeAppeal {}

    /// Is not content: it is redone, once, by a new owner above (不满意重办).
    record Reopen(RequestKey key, AppealId appeal, String reason) implements ConcludeAppeal {}

    /// Needs it no more (撤回).
    record Withdraw(RequestKey key, AppealId appeal) implements ConcludeAppeal {}
}
