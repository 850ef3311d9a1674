// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Replaces Chinese mobile and landline numbers and resident identity numbers (身份证号) by a mark.
///
/// before: `请联系王工 138-0013-8000`
/// after:  `请联系王工 [电话]`
///
/// An identity number counts only with a right check digit (GB 11643, ISO 7064 MOD 11-2), so that serial numbers of
/// the same length stay. Digits that touch further digits are never masked.
final class MaskPhoneAndIdNumbers implements CleaningStep {
    static final String PHONE_MARK = "[电话]";
    static final String ID_MARK = "[证件号]";

    private static final Pattern ID_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
                    + "\\d{3}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern PHONE =
            Pattern.compile("(?<![0-9A-Za-z])(?:(?:\\+?86[ -]?)?1[3-9]\\d(?:\\d{8}|[ -]\\d{4}[ -]\\d{4})"
                    + "|0\\d{2,3}[ -]\\d{7,8}|400[ -]\\d{3}[ -]?\\d{4})(?![0-9A-Za-z])");
    private static final int DIGITS_MIN = 10;
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECK_DIGITS = "10X98765432";

    @Override
    public Optional<Document> apply(Document document) {
        return Optional.of(document.withText(masked(document.text())));
    }

    static String masked(String text) {
        if (!holdsALongNumber(text)) {
            return text;
        }
        var withoutIds = ID_NUMBER.matcher(text).replaceAll(MaskPhoneAndIdNumbers::markIfId);
        var masked = PHONE.matcher(withoutIds).replaceAll(PHONE_MARK);
        return masked.equals(text) ? text : masked;
    }

    /// Most documents hold none: look before paying for the patterns.
    private static boolean holdsALongNumber(String text) {
        int digits = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Scripts.isAsciiDigit(c)) {
                if (++digits >= DIGITS_MIN) {
                    return true;
                }
            } else if (c != '-' && c != ' ') {
                digits = 0;
            }
        }
        return false;
    }

    private static String markIfId(MatchResult match) {
        return hasRightCheckDigit(match.group()) ? ID_MARK : match.group();
    }

    static boolean hasRightCheckDigit(String idNumber) {
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (idNumber.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return ID_CHECK_DIGITS.charAt(sum % 11) == Character.toUpperCase(idNumber.charAt(17));
    }
}
