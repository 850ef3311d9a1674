// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/// What came of reading a package: all of it, or every reason why not.
public sealed interface ReadOutcome {

    Path folder();

    record Ready(Path folder, CompiledPolicy policy) implements ReadOutcome {}

    record Refused(Path folder, List<Problem> problems) implements ReadOutcome {}
}
