// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

/// Which script a UTF-16 unit belongs to, decided by ranges because it is asked for every character.
final class Scripts {
    private Scripts() {}

    /// A Han character (汉字) of the basic plane: the unified block and its extension A.
    static boolean isHan(char c) {
        return (c >= '\u4E00' && c <= '\u9FFF') || (c >= '\u3400' && c <= '\u4DBF');
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
