// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Moves as people and programs send them: the name of a resource under the appeal, and answers by field. The page and
/// the
/// REST API read them here, so that both mean the same.
@Component
public class ActCommands {

    private final Handling handling;
    private final Closing closing;

    ActCommands(Handling handling, Closing closing) {
        this.handling = handling;
        this.closing = closing;
    }

    /// A move as a resource: `POST /appeals/{id}/answer`.
    public enum Act {
        DISPATCH("dispatch"),
        SIGN("signature"),
        RETURN("return"),
        CONTACT("contacts"),
        PLAN("plan"),
        ASK_HELP("help-requests"),
        HELP("help"),
        ASK_FIRM("question"),
        EXTEND("extension"),
        ANSWER("answer"),
        CALL_BACK("call-back"),
        FOLLOW_UP("follow-up"),
        NOTE("notes"),
        REPLY("reply"),
        ACCEPT("verdict"),
        REOPEN("reopening"),
        WITHDRAW("withdrawal");

        private final String path;

        Act(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }

        public AppealMove move() {
            return AppealMove.valueOf(name());
        }

        public static Optional<Act> of(String path) {
            return Arrays.stream(values()).filter(act -> act.path.equals(path)).findFirst();
        }
    }

    /// Answers that cannot be read; the fields that they stand in.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final List<String> fields;

        Unreadable(List<String> fields) {
            super("cannot be read: " + fields);
            this.fields = List.copyOf(fields);
        }

        public List<String> fields() {
            return fields;
        }
    }

    /// Does it in the actor's name. Throws [Unreadable], or the refusal of the front door.
    @Transactional
    public AppealState act(Actor actor, Act act, RequestKey key, AppealId id, Map<String, String> answers) {
        var typed = new ActAnswers(answers);
        refuseUnreadable(typed.unreadable(act));
        return switch (act) {
            case DISPATCH ->
                handling.handle(
                        actor, new HandleAppeal.Dispatch(key, id, typed.unit().orElseThrow(), typed.text("category")));
            case SIGN -> handling.handle(actor, new HandleAppeal.Sign(key, id));
            case RETURN -> handling.handle(actor, new HandleAppeal.Return(key, id, typed.words()));
            case CONTACT -> handling.handle(actor, new HandleAppeal.Contact(key, id, typed.words()));
            case PLAN -> handling.handle(actor, new HandleAppeal.Plan(key, id, typed.words(), typed.dayOrNone("by")));
            case ASK_HELP ->
                handling.handle(
                        actor,
                        new HandleAppeal.AskHelp(key, id, typed.unit().orElseThrow(), typed.words(), typed.day("by")));
            case HELP -> handling.handle(actor, new HandleAppeal.Help(key, id, typed.words()));
            case ASK_FIRM -> handling.handle(actor, new HandleAppeal.AskFirm(key, id, typed.words()));
            case EXTEND -> handling.handle(actor, new HandleAppeal.Extend(key, id, typed.day("until"), typed.words()));
            case ANSWER ->
                handling.handle(
                        actor,
                        new HandleAppeal.Answer(key, id, typed.words(), typed.text("basis"), typed.text("next")));
            case CALL_BACK ->
                handling.handle(
                        actor,
                        new HandleAppeal.CallBack(
                                key, id, typed.words(), typed.verdict().orElse(null)));
            case FOLLOW_UP -> handling.handle(actor, new HandleAppeal.FollowUp(key, id, typed.words()));
            case NOTE -> handling.handle(actor, new HandleAppeal.Note(key, id, typed.words()));
            case REPLY -> closing.conclude(actor, new ConcludeAppeal.Reply(key, id, typed.words()));
            case ACCEPT ->
                closing.conclude(
                        actor,
                        new ConcludeAppeal.Accept(key, id, typed.verdict().orElseThrow()));
            case REOPEN -> closing.conclude(actor, new ConcludeAppeal.Reopen(key, id, typed.words()));
            case WITHDRAW -> closing.conclude(actor, new ConcludeAppeal.Withdraw(key, id));
        };
    }

    private static void refuseUnreadable(List<String> fields) {
        if (!fields.isEmpty()) {
            throw new Unreadable(fields);
        }
    }
}
