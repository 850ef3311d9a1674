// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.problem.Problem;
import java.util.List;

/// What came of reading a package: all of it, or every reason why not.
public sealed interface ReadOutcome {

    record Ready(CompiledPolicy policy) implements ReadOutcome {}

    record Refused(List<Problem> problems) implements ReadOutcome {}
}
