// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

/// How a command ends, for scripts. Stable.
public enum ExitStatus {
    DONE,
    FAILED,
    WRONG_USAGE,
    REFUSED,
    NOT_FOUND,
    NOT_ALLOWED,
    CONFLICT,
    TEMPORARY;

    public int code() {
        return ordinal();
    }
}
