// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

/// Which one thing (一件事).
public enum MoveKind {
    /// 入驻一件事.
    IN,
    /// 退租一件事.
    OUT
}
