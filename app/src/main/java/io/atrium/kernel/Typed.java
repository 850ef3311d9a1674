// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people type (输入规整), as it is meant: full-width signs, spaces, separators and small letters do not matter. One
/// way for all fields; what is no number or code even then stays unread.
public final class Typed {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,20})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d{1,20})?");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{5,15}");
    private static final int FEN_DIGITS = 2;
    private static final BigDecimal YUAN_MAX = new BigDecimal("10000000000000");

    private Typed() {}

    /// Full-width letters, digits and signs as half-width ones, without spaces at the ends.
    public static String halfWidth(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    /// `1 234.50`, `１，２３４．５`; a comma only parts thousands.
    public static Optional<BigDecimal> number(String typed) {
        var text = withoutSpaces(typed);
        var plain = GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /// A number without a fraction that fits a `long`.
    public static Optional<Long> whole(String typed) {
        return number(typed)
                .filter(number -> number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= 18)
                .map(BigDecimal::longValueExact);
    }

    /// Yuan, with or without its sign or unit: `￥1,234.5`, `1234.50 元`.
    public static Optional<Fen> amount(String typed) {
        return number(withoutSpaces(typed).replaceAll("^([+-]?)¥", "$1").replaceAll("元$", ""))
                .filter(yuan -> yuan.stripTrailingZeros().scale() <= FEN_DIGITS
                        && yuan.abs().compareTo(YUAN_MAX) <= 0)
                .map(yuan -> Fen.ofYuan(yuan.stripTrailingZeros()));
    }

    /// Codes and numbers of documents: letters large, without spaces and dashes.
    public static String code(String typed) {
        return withoutSpaces(typed).replaceAll("[-‐–—]", "").toUpperCase(Locale.ROOT);
    }

    /// Digits, and a plus in front if there was one: `(021) 6234-5678`, `＋86 138 0013 8000`.
    public static Optional<String> phone(String typed) {
        var digits = withoutSpaces(typed).replaceAll("[-‐–—()./]", "");
        return PHONE.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    private static String withoutSpaces(String typed) {
        return SPACE.matcher(halfWidth(typed)).replaceAll("");
    }
}
