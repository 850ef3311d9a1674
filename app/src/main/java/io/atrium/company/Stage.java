// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// How grown-up a firm is (发展阶段), by the years since it was registered; [Stages] has the bounds.
public enum Stage {
    START_UP,
    GROWTH,
    ESTABLISHED
}
