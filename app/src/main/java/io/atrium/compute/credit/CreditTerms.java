// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.compute.CreditSettings;
import io.atrium.kernel.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The days of a bill (账单期限): when it is due, when the firm is reminded, when its line is reduced.
///
/// ```
/// issued ───────> near ──────> dueOn ──> firstOn ──> secondOn ──> reducedAfter
///                 BEFORE_DUE             FIRST       SECOND       LINE_REDUCED from the day after on
/// ```
@Component
public class CreditTerms {

    private final CreditSettings settings;
    private final WorkingCalendar calendar;

    CreditTerms(CreditSettings settings, WorkingCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    LocalDate dueOn(LocalDate issuedOn) {
        return plus(issuedOn, settings.dueWorkingDays());
    }

    public LocalDate firstOn(LocalDate dueOn) {
        return plus(dueOn, settings.firstReminderWorkingDays());
    }

    public LocalDate secondOn(LocalDate dueOn) {
        return plus(dueOn, settings.secondReminderWorkingDays());
    }

    /// The last day on which the line is whole.
    public LocalDate reducedAfter(LocalDate dueOn) {
        return plus(dueOn, settings.reduceWorkingDays());
    }

    /// The newest day on which a bill may have been due for the line to be reduced by today.
    LocalDate lastWholeDay(LocalDate today) {
        var day = today.minusDays(1);
        int left = settings.reduceWorkingDays();
        while (left > 0) {
            left -= calendar.isWorkingDay(day) ? 1 : 0;
            day = day.minusDays(1);
        }
        return day;
    }

    /// Which reminder a bill that is not paid has come to. One that was passed over is not sent any more: it would say
    /// what is not so.
    public Optional<CreditStage> stage(LocalDate dueOn, LocalDate today) {
        if (today.isAfter(reducedAfter(dueOn))) {
            return Optional.of(CreditStage.LINE_REDUCED);
        }
        if (!today.isBefore(secondOn(dueOn))) {
            return Optional.of(CreditStage.SECOND);
        }
        if (!today.isBefore(firstOn(dueOn))) {
            return Optional.of(CreditStage.FIRST);
        }
        boolean isNear = !plus(today, settings.remindWorkingDaysBefore()).isBefore(dueOn);
        return isNear && !today.isAfter(dueOn) ? Optional.of(CreditStage.BEFORE_DUE) : Optional.empty();
    }

    public CreditBillState state(CreditBillView bill, LocalDate today) {
        if (!bill.left().isPositive()) {
            return CreditBillState.PAID;
        }
        if (!today.isAfter(bill.dueOn())) {
            return CreditBillState.DUE;
        }
        return today.isAfter(reducedAfter(bill.dueOn())) ? CreditBillState.DEFAULTED : CreditBillState.OVERDUE;
    }

    private LocalDate plus(LocalDate start, int workingDays) {
        return calendar.plusWorkingDays(start, workingDays);
    }
}
