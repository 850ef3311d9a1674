// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.mail.MailChoice.Pace;
import io.atrium.notice.mail.ReleaseTime.Urgency;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseTimeTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.china();
    private static final Urgency NONE = new Urgency(false, null);
    private static final QuietHours NIGHT = new QuietHours(22, 8);
    private static final MailChoice AT_ONCE = new MailChoice(Pace.AT_ONCE, 9, false, NIGHT);
    private static final MailChoice DIGEST = new MailChoice(Pace.DAILY, 9, true, null);

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T21:59, 2026-12-01T21:59",
        "2026-12-01T22:00, 2026-12-02T08:00",
        "2026-12-01T23:30, 2026-12-02T08:00",
        "2026-12-02T00:00, 2026-12-02T08:00",
        "2026-12-02T07:59, 2026-12-02T08:00",
        "2026-12-02T08:00, 2026-12-02T08:00",
    })
    void quietHoursGoOverMidnight(LocalDateTime now, LocalDateTime release) {
        assertThat(of(AT_ONCE, NONE, now)).isEqualTo(at(release));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T11:59, 2026-12-01T11:59",
        "2026-12-01T12:00, 2026-12-01T14:00",
        "2026-12-01T13:59, 2026-12-01T14:00",
        "2026-12-01T14:00, 2026-12-01T14:00",
    })
    void quietHoursWithinADay(LocalDateTime now, LocalDateTime release) {
        var nap = new MailChoice(Pace.AT_ONCE, 9, false, new QuietHours(12, 14));
        assertThat(of(nap, NONE, now)).isEqualTo(at(release));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T08:59, 2026-12-01T09:00", // a Tuesday
        "2026-12-01T09:00, 2026-12-02T09:00",
        "2026-12-04T10:00, 2026-12-07T09:00", // over a weekend
        "2026-12-31T10:00, 2027-01-04T09:00", // over New Year
    })
    void digestComesOnWorkingDays(LocalDateTime now, LocalDateTime release) {
        assertThat(of(DIGEST, NONE, now)).isEqualTo(at(release));
    }

    @Test
    void digestOfEveryDayComesOnASaturdayToo() {
        var daily = new MailChoice(Pace.DAILY, 9, false, null);
        assertThat(of(daily, NONE, LocalDateTime.parse("2026-12-04T10:00")))
                .isEqualTo(at(LocalDateTime.parse("2026-12-05T09:00")));
    }

    @Test
    void digestHourInQuietHoursWaitsForTheirEnd() {
        var early = new MailChoice(Pace.DAILY, 7, false, NIGHT);
        assertThat(of(early, NONE, LocalDateTime.parse("2026-12-01T12:00")))
                .isEqualTo(at(LocalDateTime.parse("2026-12-02T08:00")));
    }

    @Test
    void whatIsDueBeforeTheEndOfTheWaitDoesNotWait() {
        var now = LocalDateTime.parse("2026-12-01T23:00");
        var end = at(LocalDateTime.parse("2026-12-02T08:00"));
        assertThat(of(AT_ONCE, new Urgency(false, end), now)).isEqualTo(at(now));
        assertThat(of(AT_ONCE, new Urgency(false, end.plusSeconds(1)), now)).isEqualTo(end);
        var digest = at(LocalDateTime.parse("2026-12-02T09:00"));
        assertThat(of(DIGEST, new Urgency(false, digest), now)).isEqualTo(at(now));
        assertThat(of(DIGEST, new Urgency(false, digest.plusSeconds(1)), now)).isEqualTo(digest);
    }

    @Test
    void urgentKindsNeverWait() {
        var now = LocalDateTime.parse("2026-12-01T23:00");
        assertThat(of(AT_ONCE, new Urgency(true, null), now)).isEqualTo(at(now));
        assertThat(of(DIGEST, new Urgency(true, null), now)).isEqualTo(at(now));
    }

    @Test
    void beyondTheReviewedCalendarEveryDayCounts() {
        assertThat(of(DIGEST, NONE, LocalDateTime.parse("2031-05-01T08:00")))
                .isEqualTo(at(LocalDateTime.parse("2031-05-01T09:00")));
    }

    private static Instant of(MailChoice choice, Urgency urgency, LocalDateTime now) {
        return ReleaseTime.of(choice, urgency, at(now), CALENDAR);
    }

    private static Instant at(LocalDateTime moment) {
        return moment.atZone(BusinessClock.ZONE).toInstant();
    }
}
