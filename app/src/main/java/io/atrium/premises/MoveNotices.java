// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import io.atrium.premises.domain.MoveTemplate.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells firm and units what became of a move and what they have to do. Joins the transaction of what happened.
@Component
class MoveNotices {

    static final String KIND = "premises";

    private final Notices notices;

    MoveNotices(Notices notices) {
        this.notices = notices;
    }

    void started(MoveView move) {
        firm(move, "started", Words.of(key("started", move.kind()), move.wish().wantedOn()));
    }

    /// A step's turn has come.
    void opened(MoveView move, StepView step, Step what, Instant due) {
        unit(step, step.id() + ":opened", Words.of("premises.notice.opened", what.title()), due);
    }

    void acted(MoveView move, StepView step, Step what, StepAct act, String id, String words, Instant due) {
        var text = Words.of(key("step." + act, null), what.title(), words);
        switch (act) {
            case FINISH, RETURN, REFUSE -> {
                notices.settle(href(step));
                send(id, new Recipient.Holders(move.firm(), Permission.READ_MOVE), text, href(move), null);
            }
            case ANSWER -> unit(step, id, text, due);
        }
    }

    /// Nobody is reminded of a step that will not come any more.
    void ended(MoveView move, MoveState state, String reason) {
        move.steps().forEach(step -> notices.settle(href(step)));
        switch (state) {
            case DONE -> firm(move, "done", Words.of(key("done", move.kind())));
            case WITHDRAWN -> {
                firm(move, "withdrawn", Words.of(key("withdrawn", move.kind()), reason));
                move.steps().stream()
                        .filter(step -> step.state() == StepState.OPEN || step.state() == StepState.RETURNED)
                        .forEach(step -> unit(
                                step, step.id() + ":withdrawn", Words.of(key("withdrawn", move.kind()), reason), null));
            }
            case RUNNING, REFUSED -> {}
        }
    }

    void remind(StepView step, Step what, Instant due) {
        unit(step, step.id() + ":remind:" + step.dueOn(), Words.of("premises.notice.remind", what.title()), due);
    }

    void missed(MoveView move, StepView step, Step what, Instant due) {
        var words = Words.of("premises.notice.missed", what.title());
        unit(step, step.id() + ":missed:" + step.dueOn(), words, due);
        firm(move, step.code() + ":missed:" + step.dueOn(), Words.of("premises.notice.missed.firm", what.title()));
    }

    private static String key(String event, @Nullable MoveKind kind) {
        return "premises.notice." + event + (kind == null ? "" : "." + kind);
    }

    private void firm(MoveView move, String event, Words words) {
        send(
                move.id() + ":" + event,
                new Recipient.Holders(move.firm(), Permission.READ_MOVE),
                words,
                href(move),
                null);
    }

    private void unit(StepView step, String key, Words words, @Nullable Instant due) {
        send(key, new Recipient.Holders(step.unit(), Permission.DO_MOVE_STEP), words, href(step), due);
    }

    private void send(String key, Recipient to, Words words, String href, @Nullable Instant due) {
        notices.send(new SendNotice(new RequestKey(key), to, KIND, words, href, due));
    }

    private static String href(MoveView move) {
        return "/moves/" + move.id();
    }

    private static String href(StepView step) {
        return "/moves/" + step.move() + "?step=" + step.code();
    }
}
