// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;

/// Which applications an actor may see (可见范围): a firm its own, a department those submitted to it, a steward those that
/// the firm shares, an auditor all that were submitted. It is part of every query.
///
/// @param firm rows by the firm that applies
/// @param department rows by the department that decides, once submitted
/// @param isSteward those that are shared
/// @param isAuditor all once submitted
public record ApplicationSight(Scope firm, Scope department, boolean isSteward, boolean isAuditor) {

    public static ApplicationSight of(Actor actor) {
        return new ApplicationSight(
                actor.kind() == OrgKind.FIRM ? actor.scope(Permission.READ_ENTITLEMENT) : new Scope.None(),
                actor.scope(Permission.DECIDE_APPLICATION),
                actor.may(Permission.COACH_APPLICATION),
                actor.kind() == OrgKind.AUDIT && actor.may(Permission.READ_ENTITLEMENT));
    }

    /// What an applicant may change.
    static ApplicationSight ofApplicant(Actor actor) {
        return new ApplicationSight(actor.scope(Permission.APPLY_FOR_BENEFIT), new Scope.None(), false, false);
    }

    /// What an officer may decide.
    static ApplicationSight ofDepartment(Actor actor) {
        return new ApplicationSight(new Scope.None(), actor.scope(Permission.DECIDE_APPLICATION), false, false);
    }

    /// What a steward may comment on.
    static ApplicationSight ofSteward(Actor actor) {
        return new ApplicationSight(new Scope.None(), new Scope.None(), actor.may(Permission.COACH_APPLICATION), false);
    }

    /// Whether the actor may see applications at all, so that a list is offered.
    public boolean seesAny() {
        return !(firm instanceof Scope.None) || !(department instanceof Scope.None) || isSteward || isAuditor;
    }
}
