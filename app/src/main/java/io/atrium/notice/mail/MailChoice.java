// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import org.jspecify.annotations.Nullable;

/// How a person wants mail (邮件设置).
///
/// @param digestHour the hour of the daily digest, in Shanghai
/// @param quiet when no mail disturbs; null: never
public record MailChoice(
        Pace pace,
        int digestHour,
        boolean workingDaysOnly,
        @Nullable QuietHours quiet) {

    private static final int STANDARD_HOUR = 9;

    /// Until a person chooses: once a working day, in the morning.
    static final MailChoice STANDARD = new MailChoice(Pace.DAILY, STANDARD_HOUR, true, null);

    public MailChoice {
        if (digestHour < 0 || digestHour > 23) {
            throw new IllegalArgumentException("not an hour of the day: " + digestHour);
        }
    }

    /// The hour of the digest as it was asked for; what is none is the standard one.
    public static int hour(@Nullable Integer asked) {
        return asked == null || asked < 0 || asked > 23 ? STANDARD_HOUR : asked;
    }

    /// How often mail comes (推送频率).
    public enum Pace {
        AT_ONCE,
        DAILY,
        NONE
    }
}
