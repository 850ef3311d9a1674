// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

/// What happens when a budget is used up (到达上限时).
public enum AtLimit {
    /// Somebody is told, nothing else.
    ALERT,
    /// New jobs that do not fit are refused; what is submitted goes on.
    REFUSE,
    /// New jobs are refused, and jobs are stopped, newest first, until the rest fits.
    STOP;

    public boolean isRefusing() {
        return this != ALERT;
    }
}
