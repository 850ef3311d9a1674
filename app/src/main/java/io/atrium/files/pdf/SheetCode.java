// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// Verification codes (核验码): 80 random bits in Crockford base 32, which has no letters that look like figures.
final class SheetCode {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int TYPED_LENGTH_MAX = 64;

    private SheetCode() {}

    static String fresh(SecureRandom random) {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return code.toString();
    }

    /// `ABCD-EFGH-…`
    static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /// The code that was meant: small letters, full width, spaces and look-alikes are accepted.
    static Optional<String> read(String typed) {
        if (typed.length() > TYPED_LENGTH_MAX) {
            return Optional.empty();
        }
        var code = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}_.]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return code.length() == LENGTH && code.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0)
                ? Optional.of(code)
                : Optional.empty();
    }
}
