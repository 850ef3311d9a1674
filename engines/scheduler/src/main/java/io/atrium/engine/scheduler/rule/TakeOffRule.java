// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Says whether a running job may be told to stop for one within its quota.
public non-sealed interface TakeOffRule extends Rule {
    boolean mayTakeOff(Candidacy candidacy);
}
