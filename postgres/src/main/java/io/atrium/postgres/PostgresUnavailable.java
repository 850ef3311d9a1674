// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import org.jspecify.annotations.Nullable;

/// The embedded server cannot run here. The message tells a person what is wrong and how to mend it, [#problem()] tells
/// a program.
public final class PostgresUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String what;

    PostgresUnavailable(Problem problem, String what) {
        this(problem, what, null);
    }

    PostgresUnavailable(Problem problem, String what, @Nullable Throwable cause) {
        super(what + System.lineSeparator() + problem.remedy(), cause);
        this.problem = problem;
        this.what = what;
    }

    /// What is wrong, without the remedy.
    public String what() {
        return what;
    }

    public Problem problem() {
        return problem;
    }
}
