// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.problem;

/// One thing wrong with a policy package.
///
/// @param code stable, for programs
/// @param file the file inside the package
/// @param place a line, a key or a decision inside the file
/// @param what what is wrong
/// @param mend how to put it right
public record Problem(ProblemCode code, String file, String place, String what, String mend) {

    /// One line for a terminal.
    public String sentence() {
        return file + " (" + place + "): " + what + " → " + mend;
    }
}
