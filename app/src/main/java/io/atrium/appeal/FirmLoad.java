// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

/// How many appeals of a firm are open, and how many of those have passed a limit (在办、逾期).
public record FirmLoad(int open, int overdue) {

    public static final FirmLoad NONE = new FirmLoad(0, 0);
}
