// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.domain.RuleBook;
import io.atrium.appeal.store.AppealSight;
import io.atrium.appeal.store.AppealStore;
import io.atrium.appeal.store.CaseFile;
import io.atrium.appeal.store.HelpStore;
import io.atrium.appeal.store.StepStore.NewStep;
import io.atrium.identity.OrganisationView;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What units do with appeals (诉求办理): one door for every move of [HandleAppeal]. Who may do it is decided before
/// whether it can be done now, so that a refusal tells nothing to whom it does not concern.
@Component
public class Handling {

    private final AppealStore store;
    private final Casework casework;
    private final HelpStore helps;
    private final CaseClosing closing;
    private final Rules rules;
    private final AppealNotices notices;
    private final Requests requests;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    Handling(
            AppealStore store,
            Casework casework,
            HelpStore helps,
            CaseClosing closing,
            Rules rules,
            AppealNotices notices,
            Requests requests,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.casework = casework;
        this.helps = helps;
        this.closing = closing;
        this.rules = rules;
        this.notices = notices;
        this.requests = requests;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Does it, or throws the first reason against it. Returns the state after it.
    @Transactional
    public AppealState handle(Actor actor, HandleAppeal command) {
        return requests.once(actor, command.key(), command, AppealState.class, () -> {
            var file = store.lock(AppealSight.of(actor), command.appeal(), clock.instant())
                    .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
            requireHand(actor, file, command);
            doIt(actor, file, command);
            return file.state();
        });
    }

    private static void requireHand(Actor actor, CaseFile file, HandleAppeal command) {
        if (!Hands.may(actor, command.move(), file.firm(), file.unit())) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.HANDLE_APPEAL.name()));
        }
    }

    private void doIt(Actor actor, CaseFile file, HandleAppeal command) {
        switch (command) {
            case HandleAppeal.Dispatch dispatch -> dispatch(actor, file, dispatch);
            case HandleAppeal.Sign _ -> sign(actor, file);
            case HandleAppeal.Return back -> giveBack(actor, file, back.reason());
            case HandleAppeal.Contact contact -> contact(actor, file, contact.words());
            case HandleAppeal.Plan plan -> plan(actor, file, plan);
            case HandleAppeal.AskHelp ask -> askHelp(actor, file, ask);
            case HandleAppeal.Help help -> help(actor, file, help.words());
            case HandleAppeal.AskFirm ask -> askFirm(actor, file, ask.question());
            case HandleAppeal.Extend extend -> extend(actor, file, extend);
            case HandleAppeal.Answer answer -> answer(actor, file, answer);
            case HandleAppeal.CallBack call -> callBack(actor, file, call);
            case HandleAppeal.FollowUp follow -> followUp(actor, file, follow.words());
            case HandleAppeal.Note note ->
                casework.move(
                        actor,
                        file,
                        NewStep.of(AppealMove.NOTE, CaseWords.checked(note.words()))
                                .internal());
        }
    }

    private void dispatch(Actor actor, CaseFile file, HandleAppeal.Dispatch command) {
        requirePossible(file, AppealMove.DISPATCH);
        if (file.returns() >= RuleBook.RETURNS_MAX) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_STAYS, "limit", RuleBook.RETURNS_MAX));
        }
        var category = book(file)
                .category(command.category())
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(AppealRefusal.APPEAL_CATEGORY_UNKNOWN, "category", command.category())));
        requireUnit(command.unit());
        file.categorise(category);
        casework.dispatch(actor, file, command.unit(), NewStep.of(AppealMove.DISPATCH, ""));
    }

    private void sign(Actor actor, CaseFile file) {
        file.takeOn(actor);
        file.end(ClockKind.SIGN);
        casework.move(actor, file, NewStep.of(AppealMove.SIGN, ""));
        notices.settleSigned(file);
    }

    /// Only soon after it was signed, so often, and never what came from above. The second time the fallback unit has
    /// it.
    private void giveBack(Actor actor, CaseFile file, String reason) {
        requirePossible(file, AppealMove.RETURN);
        var words = CaseWords.checked(reason);
        if (file.isRedone() || file.returns() >= RuleBook.RETURNS_MAX) {
            throw new RefusedException(
                    Refusal.of(AppealRefusal.APPEAL_RETURNED_TOO_OFTEN, "limit", RuleBook.RETURNS_MAX));
        }
        file.endOf(ClockKind.SIGN)
                .map(signed -> book(file).returnWithin().deadline().dueAfter(signed, calendar))
                .filter(clock.instant()::isAfter)
                .ifPresent(until -> {
                    throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_RETURN_TOO_LATE, "until", until));
                });
        file.countReturn();
        file.end(ClockKind.SIGN);
        casework.startAll(file, book(file), ClockKind.DISPATCH);
        casework.move(actor, file, NewStep.of(AppealMove.RETURN, words));
        if (file.returns() >= RuleBook.RETURNS_MAX) {
            casework.dispatch(Casework.system(), file, casework.fallback(file), NewStep.of(AppealMove.DISPATCH, ""));
        } else {
            file.unit().ifPresent(unit -> notices.settleFor(unit, file));
            file.giveTo(null);
            store.save(file);
            notices.dispatchers(
                    file,
                    "returned",
                    "return-" + file.returns(),
                    file.openClock(ClockKind.DISPATCH).map(Clock::dueAt).orElse(null));
        }
    }

    private void contact(Actor actor, CaseFile file, String words) {
        file.end(ClockKind.CONTACT);
        casework.move(actor, file, NewStep.of(AppealMove.CONTACT, CaseWords.checked(words)));
        notices.settleAtUnit(file);
    }

    /// A promised day ends when the offices close, on a working day not before today; the answer keeps it.
    private void plan(Actor actor, CaseFile file, HandleAppeal.Plan command) {
        requirePossible(file, AppealMove.PLAN);
        var words = CaseWords.checked(command.words());
        var by = command.by();
        var step = NewStep.of(AppealMove.PLAN, words);
        file.end(ClockKind.CONTACT, ClockKind.PLAN);
        if (by != null) {
            var day = calendar.workingDayOnOrAfter(calendar.dayOf(closing(by, AppealRefusal.APPEAL_HELP_DAY)));
            var due = calendar.closing(day);
            if (!due.isAfter(clock.instant())) {
                throw new RefusedException(AppealRefusal.APPEAL_HELP_DAY);
            }
            file.end(ClockKind.PROMISE);
            file.promise(due);
            step = step.with(Map.of("by", due.toString()));
        }
        casework.move(actor, file, step);
        notices.settleAtUnit(file);
        notices.firm(file, "planned", "plan-" + clock.instant().toEpochMilli(), null);
    }

    private void askHelp(Actor actor, CaseFile file, HandleAppeal.AskHelp command) {
        requirePossible(file, AppealMove.ASK_HELP);
        var task = CaseWords.checked(command.task());
        requireUnit(command.unit());
        if (file.unit().filter(command.unit()::equals).isPresent()) {
            throw new RefusedException(AppealRefusal.APPEAL_UNIT_IS_LEAD);
        }
        var due = closing(command.by(), AppealRefusal.APPEAL_HELP_DAY);
        var end = file.openClock(ClockKind.FINISH).map(Clock::dueAt);
        if (due.isBefore(clock.instant()) || end.filter(due::isAfter).isPresent()) {
            throw new RefusedException(AppealRefusal.APPEAL_HELP_DAY);
        }
        if (!helps.askHelp(file.id(), new HelperView(command.unit(), task, due, null, null), clock.instant())) {
            throw new RefusedException(AppealRefusal.APPEAL_HELP_ASKED);
        }
        casework.move(
                actor,
                file,
                NewStep.of(AppealMove.ASK_HELP, task)
                        .with(Map.of("unit", command.unit().value(), "by", due.toString())));
        notices.unit(command.unit(), file, "help-asked", "help", due);
    }

    private void help(Actor actor, CaseFile file, String words) {
        requirePossible(file, AppealMove.HELP);
        var checked = CaseWords.checked(words);
        if (!helps.help(file.id(), actor.organisation(), checked, clock.instant())) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.HANDLE_APPEAL.name()));
        }
        notices.settleFor(actor.organisation(), file);
        casework.move(actor, file, NewStep.of(AppealMove.HELP, checked).internal());
        notices.unit(file, "helped", actor.organisation().value(), null);
    }

    private void askFirm(Actor actor, CaseFile file, String question) {
        var words = CaseWords.checked(question);
        file.end(ClockKind.CONTACT);
        file.pauseAll();
        casework.move(actor, file, NewStep.of(AppealMove.ASK_FIRM, words));
        notices.firm(file, "asked", "ask-" + clock.instant().toEpochMilli(), null);
    }

    /// Once, before the end passes, and no longer than the rules allow; the firm is told.
    private void extend(Actor actor, CaseFile file, HandleAppeal.Extend command) {
        requirePossible(file, AppealMove.EXTEND);
        var words = CaseWords.checked(command.reason());
        var finish = file.openClock(ClockKind.FINISH)
                .orElseThrow(
                        () -> new RefusedException(Refusal.of(AppealRefusal.APPEAL_NOT_NOW, "state", file.state())));
        if (clock.instant().isAfter(finish.dueAt())) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_EXTENSION_TOO_LATE, "due", finish.dueAt()));
        }
        if (file.isExtended()) {
            throw new RefusedException(AppealRefusal.APPEAL_EXTENDED_ALREADY);
        }
        var last = latestEnd(file, finish);
        var outOfRange =
                new Refusal(AppealRefusal.APPEAL_EXTENSION_OUT_OF_RANGE, Map.of("due", finish.dueAt(), "last", last));
        var until = closing(command.until(), outOfRange);
        if (!until.isAfter(finish.dueAt()) || until.isAfter(last)) {
            throw new RefusedException(outOfRange);
        }
        file.extend(until);
        casework.move(
                actor,
                file,
                NewStep.of(AppealMove.EXTEND, words)
                        .with(Map.of("from", finish.dueAt().toString(), "until", until.toString())));
        notices.firm(file, "extended", "extend-" + until.getEpochSecond(), null);
    }

    /// The last end to which a limit may be moved.
    @Transactional(readOnly = true)
    public Instant latestEnd(AppealView appeal, Clock finish) {
        return rules.book(appeal.rules())
                .extension(appeal.need().kind(), appeal.need().urgency())
                .deadline()
                .dueAfter(finish.dueAt(), calendar);
    }

    private Instant latestEnd(CaseFile file, Clock finish) {
        return book(file).extension(file.kind(), file.urgency()).deadline().dueAfter(finish.dueAt(), calendar);
    }

    private void answer(Actor actor, CaseFile file, HandleAppeal.Answer command) {
        requirePossible(file, AppealMove.ANSWER);
        var words = CaseWords.checked(command.words());
        if (command.basis().isBlank() && command.nextStep().isBlank()) {
            throw new RefusedException(AppealRefusal.APPEAL_ANSWER_BASIS);
        }
        var basis = CaseWords.optional(command.basis());
        var nextStep = CaseWords.optional(command.nextStep());
        file.resumeAll();
        file.end(ClockKind.CONTACT, ClockKind.PLAN, ClockKind.PROMISE, ClockKind.FINISH);
        file.markAnswered();
        casework.startAll(file, book(file), ClockKind.CALL_BACK);
        casework.move(actor, file, NewStep.of(AppealMove.ANSWER, words).with(Map.of("basis", basis, "next", nextStep)));
        notices.settle(file);
        notices.firm(
                file,
                "answered",
                "answer-" + file.isRedone(),
                file.openClock(ClockKind.CALL_BACK).map(Clock::dueAt).orElse(null));
    }

    private void callBack(Actor actor, CaseFile file, HandleAppeal.CallBack command) {
        casework.move(actor, file, NewStep.of(AppealMove.CALL_BACK, CaseWords.checked(command.words())));
        var verdict = command.verdict();
        if (verdict != null) {
            closing.accept(actor, file, verdict);
        }
    }

    private void followUp(Actor actor, CaseFile file, String words) {
        if (file.openClock(ClockKind.FOLLOW_UP).isEmpty()) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_NOT_NOW, "state", file.state()));
        }
        file.end(ClockKind.FOLLOW_UP);
        casework.move(actor, file, NewStep.of(AppealMove.FOLLOW_UP, CaseWords.checked(words)));
        notices.settle(file);
        notices.firm(file, "followed-up", "follow-" + file.isRedone(), null);
    }

    private RuleBook book(CaseFile file) {
        return rules.book(file.rules());
    }

    private static void requirePossible(CaseFile file, AppealMove move) {
        if (file.state().after(move).isEmpty()) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_NOT_NOW, "state", file.state()));
        }
    }

    private void requireUnit(OrgId unit) {
        if (rules.units().stream().map(OrganisationView::id).noneMatch(unit::equals)) {
            throw new RefusedException(AppealRefusal.APPEAL_UNIT_UNKNOWN);
        }
    }

    private Instant closing(LocalDate day, AppealRefusal refusal) {
        return closing(day, Refusal.of(refusal));
    }

    private Instant closing(LocalDate day, Refusal refusal) {
        if (day.isBefore(calendar.firstDay()) || day.isAfter(calendar.lastDay())) {
            throw new RefusedException(refusal);
        }
        return calendar.closing(day);
    }
}
