// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.BasisPoints;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Working days of monthly bills (`atrium.credit.*`). No published rule was found that names them: all are assumed, and
/// each place sets its own.
///
/// @param dueWorkingDays after its issue a bill is to be paid within so many
/// @param remindWorkingDaysBefore so many before it is due the firm is reminded
/// @param firstReminderWorkingDays so many after it was due comes the first reminder
/// @param secondReminderWorkingDays so many after it was due comes the second
/// @param reduceWorkingDays so many after it was due the credit line is reduced
/// @param reducedLinePercent what is left of the line then, for new work
@ConfigurationProperties("atrium.credit")
public record CreditSettings(
        @DefaultValue("10") int dueWorkingDays,
        @DefaultValue("3") int remindWorkingDaysBefore,
        @DefaultValue("1") int firstReminderWorkingDays,
        @DefaultValue("5") int secondReminderWorkingDays,
        @DefaultValue("10") int reduceWorkingDays,
        @DefaultValue("0") int reducedLinePercent) {

    public CreditSettings {
        if (dueWorkingDays < 1 || remindWorkingDaysBefore < 0 || remindWorkingDaysBefore >= dueWorkingDays) {
            throw new IllegalArgumentException("atrium.credit: a bill is due after at least one working day, and the"
                    + " reminder before it comes later than the bill");
        }
        if (firstReminderWorkingDays < 1
                || secondReminderWorkingDays <= firstReminderWorkingDays
                || reduceWorkingDays <= secondReminderWorkingDays) {
            throw new IllegalArgumentException(
                    "atrium.credit: first reminder, second reminder and reduction follow each other in working days");
        }
        if (reducedLinePercent < 0 || reducedLinePercent > 100) {
            throw new IllegalArgumentException("atrium.credit.reduced-line-percent is between 0 and 100");
        }
    }

    public BasisPoints reducedLine() {
        return new BasisPoints(reducedLinePercent * 100);
    }
}
