// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Orders two waiting jobs: negative if the first one's turn comes first, 0 if this rule does not care.
public non-sealed interface TurnRule extends Rule {
    int compare(Claim first, Claim second);
}
