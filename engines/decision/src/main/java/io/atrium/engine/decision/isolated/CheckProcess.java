// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.isolated;

import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.problem.Problem;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;

/// The other process: reads a package from standard input, checks it, writes the problems to standard output.
final class CheckProcess {

    private CheckProcess() {}

    public static void main(String... none) throws IOException {
        System.setOut(System.err); // a logger must not write between the problems
        var text = Wire.readPackage(new DataInputStream(System.in));
        var problems = switch (PolicyPackages.check(text)) {
            case ReadOutcome.Ready _ -> List.<Problem>of();
            case ReadOutcome.Refused(var found) -> found;
        };
        try (var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            Wire.write(problems, out);
        }
    }
}
