// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.store.AppealSight;
import io.atrium.appeal.store.AppealStore;
import io.atrium.appeal.store.CaseFile;
import io.atrium.appeal.store.StepStore.NewStep;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The firm's side of its appeal (企业确认): give what was asked for, say how it ended, have it redone once, withdraw.
@Component
public class Closing {

    private final AppealStore store;
    private final Casework casework;
    private final CaseClosing closing;
    private final Rules rules;
    private final AppealNotices notices;
    private final Requests requests;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    Closing(
            AppealStore store,
            Casework casework,
            CaseClosing closing,
            Rules rules,
            AppealNotices notices,
            Requests requests,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.casework = casework;
        this.closing = closing;
        this.rules = rules;
        this.notices = notices;
        this.requests = requests;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Does it, or throws the first reason against it. Returns the state after it.
    @Transactional
    public AppealState conclude(Actor actor, ConcludeAppeal command) {
        actor.require(Permission.RAISE_APPEAL);
        return requests.once(actor, command.key(), command, AppealState.class, () -> {
            var file = store.lock(AppealSight.of(actor), command.appeal(), clock.instant())
                    .filter(found -> actor.organisation().equals(found.firm()))
                    .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
            switch (command) {
                case ConcludeAppeal.Reply reply -> reply(actor, file, reply.words());
                case ConcludeAppeal.Accept accept -> closing.accept(actor, file, accept.verdict());
                case ConcludeAppeal.Reopen reopen -> reopen(actor, file, reopen.reason());
                case ConcludeAppeal.Withdraw _ -> withdraw(actor, file);
            }
            return file.state();
        });
    }

    private void reply(Actor actor, CaseFile file, String words) {
        file.resumeAll();
        casework.move(actor, file, NewStep.of(AppealMove.REPLY, CaseWords.checked(words)));
        notices.settle(file);
        notices.unit(file, "replied", "reply-" + clock.instant().toEpochMilli(), null);
    }

    /// Once, while the rules allow it; a new owner above has it then, with a whole new limit.
    private void reopen(Actor actor, CaseFile file, String reason) {
        var words = CaseWords.checked(reason);
        if (file.state().after(AppealMove.REOPEN).isEmpty()) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_NOT_NOW, "state", file.state()));
        }
        var until = reopenUntil(file.rules(), file.answeredAt().orElseThrow());
        if (clock.instant().isAfter(until)) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_REOPEN_TOO_LATE, "until", until));
        }
        if (file.isRedone()) {
            throw new RefusedException(AppealRefusal.APPEAL_REOPENED_ALREADY);
        }
        var above = casework.above(file);
        file.markRedone();
        file.endAll();
        casework.startAll(file, rules.book(file.rules()), ClockKind.CONTACT, ClockKind.PLAN, ClockKind.FINISH);
        notices.settle(file);
        casework.dispatch(actor, file, above, NewStep.of(AppealMove.REOPEN, words));
    }

    /// Until when an answer may be called unsatisfying.
    @Transactional(readOnly = true)
    public Instant reopenUntil(int book, Instant answeredAt) {
        return rules.book(book).reopenWithin().deadline().dueAfter(answeredAt, calendar);
    }

    private void withdraw(Actor actor, CaseFile file) {
        file.endAll();
        casework.move(actor, file, NewStep.of(AppealMove.WITHDRAW, ""));
        notices.settle(file);
        notices.unit(file, "withdrawn", "withdrawn", null);
    }
}
