// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Whose hand may make which move (办理权限): the unit works on it, whoever dispatches may dispatch and note, whoever was
/// asked may help, a call may also be noted by those who raise needs for firms, and the firm has the last word.
public final class Hands {

    private Hands() {}

    /// The moves that an actor who sees the appeal may make in its state.
    public static Set<AppealMove> offered(Actor actor, AppealView appeal) {
        var moves = EnumSet.noneOf(AppealMove.class);
        appeal.state().possible().stream()
                .filter(move -> may(
                        actor,
                        move,
                        appeal.firm(),
                        Optional.ofNullable(appeal.owner().unit())))
                .forEach(moves::add);
        return moves;
    }

    static boolean may(Actor actor, AppealMove move, OrgId firm, Optional<OrgId> unit) {
        boolean isFirm = actor.organisation().equals(firm);
        boolean isDispatcher = actor.scope(Permission.DISPATCH_APPEAL).sees(firm);
        boolean isUnit =
                unit.filter(actor.scope(Permission.HANDLE_APPEAL)::sees).isPresent();
        return switch (move) {
            case DISPATCH -> isDispatcher;
            case SIGN, RETURN, CONTACT, PLAN, ASK_HELP, ASK_FIRM, EXTEND, ANSWER, FOLLOW_UP -> isUnit;
            case HELP -> !isUnit && !isFirm && actor.may(Permission.HANDLE_APPEAL);
            case MEET -> isUnit || isDispatcher;
            case NOTE -> !isFirm && (isDispatcher || actor.may(Permission.HANDLE_APPEAL));
            case CALL_BACK -> isUnit || isDispatcher || actor.scope(Permission.RAISE_APPEAL) instanceof Scope.All;
            case REPLY, ACCEPT, REOPEN, WITHDRAW -> isFirm && actor.may(Permission.RAISE_APPEAL);
            case RAISE, LAPSE, REMIND, ESCALATE, CIRCULATE -> false;
        };
    }
}
