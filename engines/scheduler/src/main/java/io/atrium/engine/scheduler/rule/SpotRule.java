// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Orders two machines for one task: negative if the first is better, 0 if this rule does not care.
public non-sealed interface SpotRule extends Rule {
    int compare(Spot first, Spot second);
}
