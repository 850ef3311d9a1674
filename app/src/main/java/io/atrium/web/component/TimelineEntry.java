// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened (时间线条目): when, what, by whom; texts already in the reader's language.
public record TimelineEntry(
        Instant at,
        String what,
        @Nullable String who,
        Tone tone,
        @Nullable String href) {

    public static TimelineEntry of(Instant at, String what) {
        return new TimelineEntry(at, what, null, Tone.PLAIN, null);
    }

    public TimelineEntry by(String actor) {
        return new TimelineEntry(at, what, actor, tone, href);
    }

    public TimelineEntry toned(Tone other) {
        return new TimelineEntry(at, what, who, other, href);
    }

    public TimelineEntry linked(String target) {
        return new TimelineEntry(at, what, who, tone, target);
    }
}
