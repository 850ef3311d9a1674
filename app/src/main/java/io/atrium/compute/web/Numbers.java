// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import java.util.OptionalInt;

/// Whole numbers as people type them: spaces, commas and full-width digits are fine.
final class Numbers {

    private static final int DIGITS_MAX = 9;

    private Numbers() {}

    static OptionalInt of(String typed) {
        var plain = typed.replaceAll("[\\s,，]", "");
        if (plain.isEmpty() || plain.length() > DIGITS_MAX || !plain.chars().allMatch(Character::isDigit)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                plain.chars().map(Character::getNumericValue).reduce(0, (sum, digit) -> sum * 10 + digit));
    }
}
