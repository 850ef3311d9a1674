// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

/// What can happen to a promised service (服务事项办理).
public enum ItemMove {
    /// A note of what was done (进展).
    PROGRESS,
    /// It is done, says the unit (完成).
    FINISH,
    /// It is done, says the firm (企业确认).
    CONFIRM,
    /// It is not done, says the firm (企业退回).
    REOPEN
}
