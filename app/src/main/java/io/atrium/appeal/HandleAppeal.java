// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What those who work on an appeal can do to it (办理).
public sealed interface HandleAppeal {

    RequestKey key();

    AppealId appeal();

    /// The move that it makes.
    default AppealMove move() {
        return switch (this) {
            case Dispatch _ -> AppealMove.DISPATCH;
            case Sign _ -> AppealMove.SIGN;
            case Return _ -> AppealMove.RETURN;
            case Contact _ -> AppealMove.CONTACT;
            case Plan _ -> AppealMove.PLAN;
            case AskHelp _ -> AppealMove.ASK_HELP;
            case Help _ -> AppealMove.HELP;
            case AskFirm _ -> AppealMove.ASK_FIRM;
            case Extend _ -> AppealMove.EXTEND;
            case Answer _ -> AppealMove.ANSWER;
            case CallBack _ -> AppealMove.CALL_BACK;
            case FollowUp _ -> AppealMove.FOLLOW_UP;
            case Note _ -> AppealMove.NOTE;
        };
    }

    /// Gives it to a unit, perhaps under another category (派单).
    record Dispatch(RequestKey key, AppealId appeal, OrgId unit, String category) implements HandleAppeal {}

    /// Takes it on, in person (签收).
    record Sign(RequestKey key, AppealId appeal) implements HandleAppeal {}

    /// Gives it back as somebody else's (退单), soon after signing, with the reason.
    record Return(RequestKey key, AppealId appeal, String reason) implements HandleAppeal {}

    /// Notes the first word with the firm (首次联系).
    record Contact(RequestKey key, AppealId appeal, String words) implements HandleAppeal {}

    /// Says what will be done (办理方案); the firm sees it.
    ///
    /// @param by until when it is promised; null without a promise
    record Plan(
            RequestKey key,
            AppealId appeal,
            String words,
            @Nullable LocalDate by) implements HandleAppeal {}

    /// Asks another unit to help by a day (请求协办).
    record AskHelp(RequestKey key, AppealId appeal, OrgId unit, String task, LocalDate by) implements HandleAppeal {}

    /// What the helping unit has to say (协办答复).
    record Help(RequestKey key, AppealId appeal, String words) implements HandleAppeal {}

    /// Asks the firm for what only it knows (请企业补充); the unit's clocks stand still meanwhile.
    record AskFirm(RequestKey key, AppealId appeal, String question) implements HandleAppeal {}

    /// Moves the end once, before it passes, with the reason (延期).
    record Extend(RequestKey key, AppealId appeal, LocalDate until, String reason) implements HandleAppeal {}

    /// Answers (答复), naming the basis or the next step.
    ///
    /// @param basis clause of a policy, law or contract; empty when there is none
    /// @param nextStep who does what by when; empty when nothing is left to do
    record Answer(RequestKey key, AppealId appeal, String words, String basis, String nextStep)
            implements HandleAppeal {}

    /// Notes what the firm said on the telephone (回访); with a verdict it closes the appeal in the firm's name.
    record CallBack(RequestKey key, AppealId appeal, String words, AppealView.@Nullable Verdict verdict)
            implements HandleAppeal {}

    /// What was done about a low mark (低分跟进).
    record FollowUp(RequestKey key, AppealId appeal, String words) implements HandleAppeal {}

    /// A note among those who work on it (内部备注).
    record Note(RequestKey key, AppealId appeal, String words) implements HandleAppeal {}
}
