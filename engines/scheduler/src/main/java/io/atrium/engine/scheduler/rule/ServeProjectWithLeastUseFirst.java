// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Within one tenant the project that has had less of late has the earlier turn. It says nothing about two tenants.
///
/// before: queue  p1 p2 (project p used 9 GPU-hours)  q1 (project q used 2)
/// after:  turns  q1  p1  p2
public final class ServeProjectWithLeastUseFirst implements TurnRule {
    @Override
    public int compare(Claim first, Claim second) {
        return first.job().tenant().equals(second.job().tenant())
                ? Double.compare(first.ofProject(), second.ofProject())
                : 0;
    }
}
