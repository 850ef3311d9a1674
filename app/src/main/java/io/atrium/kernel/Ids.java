// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import java.security.SecureRandom;
import java.time.InstantSource;

/// Makes ids: a prefix that names the type, and 26 Crockford base-32 digits of which the first ten are the time, so
/// that
/// ids sort by age, can be read aloud, and tell what they belong to (`job_01k…`).
public final class Ids {

    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Ids(InstantSource clock) {
        this.clock = clock;
    }

    public String next(String prefix) {
        var id = new StringBuilder(prefix.length() + 1 + TIME_DIGITS + RANDOM_DIGITS)
                .append(prefix)
                .append('_');
        long millis = clock.millis();
        for (int shift = (TIME_DIGITS - 1) * 5; shift >= 0; shift -= 5) {
            id.append(DIGITS[(int) (millis >>> shift) & 31]);
        }
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            id.append(DIGITS[random.nextInt(32)]);
        }
        return id.toString();
    }
}
