// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.AppealView.Verdict;
import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.store.CaseFile;
import io.atrium.appeal.store.StepStore.NewStep;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/// How a case is closed with the firm's verdict, whether the firm gave it itself or on the telephone. A low mark starts
/// a
/// follow-up with a date.
@Component
class CaseClosing {

    static final int VERDICT_WORDS_MAX = 1_000;

    private final Casework casework;
    private final Rules rules;
    private final AppealNotices notices;

    CaseClosing(Casework casework, Rules rules, AppealNotices notices) {
        this.casework = casework;
        this.rules = rules;
        this.notices = notices;
    }

    void accept(Actor actor, CaseFile file, Verdict verdict) {
        boolean isLow = verdict.rating() <= Verdict.LOW_RATING_MAX;
        if (verdict.rating() < 1
                || verdict.rating() > 5
                || isLow && verdict.words().isBlank()) {
            throw new RefusedException(AppealRefusal.APPEAL_RATING_WRONG);
        }
        if (verdict.words().strip().length() > VERDICT_WORDS_MAX) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_REASON_LENGTH, "limit", VERDICT_WORDS_MAX));
        }
        file.judge(verdict);
        file.endAll();
        if (isLow) {
            casework.startAll(file, rules.book(file.rules()), ClockKind.FOLLOW_UP);
        }
        casework.move(actor, file, accepted(verdict));
        notices.settle(file);
        notices.unit(
                file,
                isLow ? "rated-low" : "closed",
                "closed-" + file.isRedone(),
                file.openClock(ClockKind.FOLLOW_UP).map(Clock::dueAt).orElse(null));
    }

    /// The firm's word as a step.
    static NewStep accepted(Verdict verdict) {
        return NewStep.of(AppealMove.ACCEPT, verdict.words().strip())
                .with(Map.of(
                        "rating", String.valueOf(verdict.rating()),
                        "resolved", String.valueOf(verdict.isResolved())));
    }
}
