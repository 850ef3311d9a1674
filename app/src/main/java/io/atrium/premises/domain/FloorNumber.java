// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.domain;

import io.atrium.kernel.Typed;
import io.atrium.premises.AddFloor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A floor as people write it (楼层): `3`, `3层`, `3F`, `-1`, `B1`.
public final class FloorNumber {

    private static final Pattern ABOVE = Pattern.compile("(-?\\d{1,3})(层|楼|F)?");
    private static final Pattern BELOW = Pattern.compile("B(\\d)(层|F)?");

    private FloorNumber() {}

    public static Optional<Integer> read(String typed) {
        var text = Typed.halfWidth(typed).toUpperCase(Locale.ROOT);
        var above = ABOVE.matcher(text);
        var below = BELOW.matcher(text);
        int number = above.matches()
                ? Integer.parseInt(above.group(1))
                : below.matches() ? -Integer.parseInt(below.group(1)) : 0;
        return AddFloor.isFloor(number) ? Optional.of(number) : Optional.empty();
    }
}
