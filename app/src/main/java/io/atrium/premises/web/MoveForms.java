// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.files.EvidenceType;
import io.atrium.files.StoredFiles;
import io.atrium.kernel.access.Actor;
import io.atrium.premises.MovePaper;
import io.atrium.premises.MoveView;
import io.atrium.premises.Moves;
import io.atrium.premises.RoomId;
import io.atrium.premises.RoomView;
import io.atrium.premises.StepAct;
import io.atrium.premises.StepView;
import io.atrium.web.RequestKeys;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.UploadLimit;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Forms with which steps of a move are done, and with which a move is withdrawn. Several stand on one page, so that
/// each
/// step has fields of its own name.
@Component
class MoveForms {

    /// What may be handed in with a form or a step.
    static final UploadLimit PAPERS =
            new UploadLimit(EvidenceType.ACCEPT, StoredFiles.SIZE_BYTES_MAX, MovePaper.AT_ONCE_MAX);

    private final Moves moves;
    private final RequestKeys keys;

    MoveForms(Moves moves, RequestKeys keys) {
        this.moves = moves;
        this.keys = keys;
    }

    static String act(StepView step) {
        return "act-" + step.code();
    }

    static String words(StepView step) {
        return "words-" + step.code();
    }

    static String rooms(StepView step) {
        return "rooms-" + step.code();
    }

    static String papers(StepView step) {
        return "papers-" + step.code();
    }

    static String address(StepView step) {
        return "/move-steps/" + step.id() + "/acts";
    }

    /// @param offered acts that are possible; not empty
    Form step(Actor actor, MoveView move, StepView step, List<StepAct> offered, Text t) {
        var words = Field.of(FieldKind.TEXTAREA, words(step), "premises.step.words");
        if (offered.equals(List.of(StepAct.ANSWER))) {
            return Form.to(
                            address(step),
                            "premises.act.ANSWER",
                            Field.hidden(act(step), StepAct.ANSWER.name()),
                            words.hint("premises.step.words.answer"),
                            papers(step, "premises.papers"))
                    .keyed(keys.fresh());
        }
        var acts = Field.radios(
                        act(step),
                        "premises.step.act",
                        offered.stream()
                                .map(each -> Option.key(each.name(), "premises.act." + each))
                                .toList())
                .value(StepAct.FINISH.name());
        var form = Form.to(address(step), "premises.step.submit").keyed(keys.fresh());
        if (step.code().equals(moves.template(move).confirmsRooms())) {
            form = form.with(rooms(actor, move, step, t));
        }
        return form.with(acts)
                .with(words.optional().hint("premises.step.words.hint"))
                .with(papers(step, "premises.papers.issued"));
    }

    private static Field papers(StepView step, String labelKey) {
        return Field.upload(papers(step), labelKey, PAPERS).optional();
    }

    private Field rooms(Actor actor, MoveView move, StepView step, Text t) {
        var words = new PremisesWords(t);
        var free = moves.offeredRooms(actor, move);
        var wished = free.stream()
                .map(RoomView::id)
                .filter(move.rooms()::contains)
                .map(RoomId::value)
                .collect(Collectors.toSet());
        return Field.of(FieldKind.CHECKBOXES, rooms(step), "premises.step.rooms")
                .hint("premises.step.rooms.hint")
                .options(free.stream()
                        .map(room -> Option.literal(
                                        room.id().value(),
                                        t.of("premises.room.of-floor", room.number(), words.floor(room.floor())))
                                .hint(words.size(room)))
                        .toList())
                .values(wished);
    }

    Form withdraw(MoveView move) {
        return Form.to(
                        MoveListPages.PATH + "/" + move.id() + "/withdrawal",
                        "premises.move.withdraw",
                        Field.text("reason", "premises.move.withdraw.reason").hint("premises.move.withdraw.hint"))
                .keyed(keys.fresh());
    }
}
