// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/// Business clock with an offset kept in the database, so that every node and every later run agrees on the time.
/// The offset is read at most once a second.
public class StoredOffsetClock implements BusinessClock {

    private static final long REREAD_MILLIS = 1_000;

    private final DSLContext database;
    private final InstantSource systemClock;
    private final ApplicationEventPublisher events;
    private final boolean mayAdvance;

    private record Reading(long offsetSeconds, long atMillis) {}

    private volatile Reading reading = new Reading(0, Long.MIN_VALUE / 2);

    public StoredOffsetClock(
            DSLContext database, InstantSource systemClock, ApplicationEventPublisher events, boolean mayAdvance) {
        this.database = database;
        this.systemClock = systemClock;
        this.events = events;
        this.mayAdvance = mayAdvance;
    }

    @Override
    public Instant instant() {
        var now = systemClock.instant();
        var known = reading;
        if (mayAdvance && now.toEpochMilli() - known.atMillis() > REREAD_MILLIS) {
            known = new Reading(storedOffsetSeconds(), now.toEpochMilli());
            reading = known;
        }
        return now.plusSeconds(known.offsetSeconds());
    }

    @Override
    public Duration ahead() {
        return Duration.ofSeconds(reading.offsetSeconds());
    }

    @Override
    @Transactional
    public Instant advance(Duration by) {
        if (!mayAdvance) {
            throw new IllegalStateException("business time can be advanced in the demo only");
        }
        if (by.isNegative()) {
            throw new IllegalArgumentException("business time never goes back");
        }
        var offset = database.fetchSingle(
                        "update business_clock set offset_seconds = offset_seconds + ? returning offset_seconds",
                        by.toSeconds())
                .get(0, Long.class);
        var now = systemClock.instant();
        reading = new Reading(offset, now.toEpochMilli());
        var to = now.plusSeconds(offset);
        events.publishEvent(new BusinessClockAdvanced(to.minus(by), to));
        return to;
    }

    private long storedOffsetSeconds() {
        return database.select(DSL.field("offset_seconds", Long.class))
                .from("business_clock")
                .fetchSingle()
                .value1();
    }
}
