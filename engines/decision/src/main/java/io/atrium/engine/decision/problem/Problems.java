// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.problem;

import java.util.ArrayList;
import java.util.List;

/// Collects problems while a package is read, so that its author sees all of them at once.
public final class Problems {

    /// More than this many problems help nobody; the rest is counted out.
    public static final int PROBLEMS_MAX = 200;

    private final List<Problem> list = new ArrayList<>();

    public void add(ProblemCode code, String file, String place, String what, String mend) {
        add(new Problem(code, file, place, what, mend));
    }

    public void add(Problem problem) {
        if (list.size() < PROBLEMS_MAX && !list.contains(problem)) {
            list.add(problem);
        }
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<Problem> list() {
        return List.copyOf(list);
    }
}
