// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/// An Atrium of its own that starts one run and then waits to be killed: arguments are home and run id.
final class StartAndWait {
    private StartAndWait() {}

    public static void main(String[] arguments) throws IOException {
        var engine = new LocalProcessEngine(Path.of(arguments[0]), InstantSource.fixed(LocalRuns.NOW));
        var script = "echo begun; sleep 1.5; echo done";
        System.out.println(engine.start(LocalRuns.request(new RunId(arguments[1]), RunLimits.SMALL, script)));
        System.in.read();
    }
}
