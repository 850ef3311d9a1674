// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Tables.APPEAL;
import static io.atrium.jooq.Tables.APPEAL_HELPER;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/// Who sees which appeal (可见范围): its firm, its unit, the units that help, the unit that it was escalated to, the one
/// whose answer is redone, and those who see all. A confidential one is seen by whoever raised it, the firm's owner,
/// its unit, and those who dispatch or audit; a steward does not see it for being of the community's unit.
public final class AppealSight {

    private AppealSight() {}

    public static Condition of(Actor actor) {
        return switch (actor.scope(Permission.READ_APPEAL)) {
            case Scope.None _ -> DSL.falseCondition();
            case Scope.Own _ -> ofOrganisation(actor);
            case Scope.All _ ->
                seesConfidential(actor)
                        ? DSL.noCondition()
                        : APPEAL.IS_CONFIDENTIAL
                                .isFalse()
                                .or(ofOrganisation(actor))
                                .or(raisedBy(actor));
        };
    }

    private static boolean seesConfidential(Actor actor) {
        return actor.may(Permission.DISPATCH_APPEAL) || actor.roles().contains(Role.AUDITOR);
    }

    private static Condition ofOrganisation(Actor actor) {
        var own = actor.organisation().value();
        var asFirm = APPEAL.FIRM_ID.eq(own);
        if (!actor.roles().contains(Role.FIRM_OWNER)) {
            asFirm = asFirm.and(APPEAL.IS_CONFIDENTIAL.isFalse().or(raisedBy(actor)));
        }
        var asUnit = APPEAL.UNIT_ID.eq(own);
        if (isSteward(actor)) {
            asUnit = asUnit.and(APPEAL.IS_CONFIDENTIAL.isFalse());
        }
        var beside = isOneOf(helpedBy(own)).or(APPEAL.OVERSEER_ID.eq(own)).or(APPEAL.FORMER_UNIT_ID.eq(own));
        return asFirm.or(asUnit).or(beside.and(APPEAL.IS_CONFIDENTIAL.isFalse()));
    }

    private static boolean isSteward(Actor actor) {
        return actor.roles().contains(Role.STEWARD) && !seesConfidential(actor);
    }

    private static Condition raisedBy(Actor actor) {
        return APPEAL.RAISED_BY_ID.eq(actor.person().value());
    }

    static Select<Record1<String>> helpedBy(String unit) {
        return DSL.select(APPEAL_HELPER.APPEAL_ID).from(APPEAL_HELPER).where(APPEAL_HELPER.UNIT_ID.eq(unit));
    }

    /// Read once into an array, so that the database finds these by their ids instead of asking about every appeal.
    static Condition isOneOf(Select<Record1<String>> appeals) {
        return APPEAL.ID.eq(DSL.any(DSL.array(appeals)));
    }
}
