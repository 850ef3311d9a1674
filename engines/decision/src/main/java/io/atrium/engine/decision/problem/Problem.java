// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.problem;

import org.jspecify.annotations.Nullable;

/// One thing wrong with a policy package.
///
/// @param code stable, for programs
/// @param file the file inside the package
/// @param place a line, a key, a decision or a cell inside the file
/// @param what what is wrong
/// @param mend how to put it right
/// @param cell where it is a cell of a decision table
/// @param whatChinese the same in Chinese; null when the code's own words must do
public record Problem(
        ProblemCode code,
        String file,
        String place,
        String what,
        String mend,
        @Nullable Cell cell,
        @Nullable String whatChinese) {

    /// A problem whose Chinese words are those of its code.
    public Problem(ProblemCode code, String file, String place, String what, String mend) {
        this(code, file, place, what, mend, null, null);
    }

    /// A problem at a cell.
    public static Problem at(Cell cell, ProblemCode code, String file, String what, String whatChinese, String mend) {
        return new Problem(code, file, cell.english(), what, mend, cell, whatChinese);
    }

    /// One line for a terminal.
    public String sentence() {
        return file + " (" + place + "): " + what + " → " + mend;
    }

    /// The same in Chinese.
    public String sentenceChinese() {
        var where = cell == null ? place : cell.chinese();
        var told = whatChinese == null ? code.chinese() + "（" + what + "）" : whatChinese;
        return file + "（" + where + "）：" + told + " → " + code.mendChinese();
    }
}
