// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.Typed;

/// Unified social credit code (统一社会信用代码) by GB 32100-2015: 18 characters of a 31-letter alphabet, of which the
/// last is a check character with the weights 3^i mod 31.
public record UnifiedCode(String value) {
    public static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = ALPHABET.length();

    public UnifiedCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a unified social credit code: " + value);
        }
    }

    /// Spaces, small letters and full-width characters are what people type; the code has none of them.
    public static String normalise(String typed) {
        return Typed.code(typed);
    }

    public static boolean isWellFormed(String code) {
        return code.length() == LENGTH && code.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
    }

    public static boolean isValid(String code) {
        return isWellFormed(code) && code.charAt(LENGTH - 1) == checkCharacter(code.substring(0, LENGTH - 1));
    }

    /// Completes the first 17 characters.
    public static UnifiedCode withCheckCharacter(String first17) {
        return new UnifiedCode(first17 + checkCharacter(first17));
    }

    private static char checkCharacter(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first17.length(); i++) {
            sum += weight * ALPHABET.indexOf(first17.charAt(i));
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    @Override
    public String toString() {
        return value;
    }
}
