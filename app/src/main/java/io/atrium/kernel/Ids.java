// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import java.security.SecureRandom;
import java.time.InstantSource;

/// Makes ids: a prefix that names the type, and 26 Crockford base-32 digits of which the first ten are the time, so
/// that
/// ids sort by age, can be read aloud, and tell what they belong to (`job_01k…`).
///
/// Ids of one process grow, within a millisecond too: each is a random step above the one before. A clock that is set
/// back stands still until it has caught up.
public final class Ids {

    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int TIME_DIGITS = 10;
    private static final int HALF_DIGITS = 8;
    private static final int HALF_BITS = 5 * HALF_DIGITS;
    private static final int STEP_BITS = 30;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long millis;
    private long high;
    private long low;

    public Ids(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized String next(String prefix) {
        grow(clock.millis());
        var id = new StringBuilder(prefix).append('_');
        append(id, millis, TIME_DIGITS);
        append(id, high, HALF_DIGITS);
        append(id, low, HALF_DIGITS);
        return id.toString();
    }

    private void grow(long now) {
        if (now > millis) {
            millis = now;
            high = random.nextLong() >>> -HALF_BITS;
            low = random.nextLong() >>> -HALF_BITS;
            return;
        }
        low += 1 + (random.nextLong() >>> -STEP_BITS);
        high += low >>> HALF_BITS;
        low &= -1L >>> -HALF_BITS;
        millis += high >>> HALF_BITS;
        high &= -1L >>> -HALF_BITS;
    }

    private static void append(StringBuilder id, long number, int digits) {
        for (int shift = (digits - 1) * 5; shift >= 0; shift -= 5) {
            id.append(DIGITS[(int) (number >>> shift) & 31]);
        }
    }
}
