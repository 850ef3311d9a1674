// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Orders two ways of making room for a gang: negative if the first is better, 0 if this rule does not care.
public non-sealed interface VictimRule extends Rule {
    int compare(Sacrifice first, Sacrifice second);
}
