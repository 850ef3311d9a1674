// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.problem;

/// The kinds of problem that a package can have.
public enum ProblemCode {
    FILE_MISSING,
    FILE_TOO_LARGE,
    NOT_READABLE,
    KEY_MISSING,
    KEY_UNKNOWN,
    VALUE_WRONG,
    REFERENCE_UNKNOWN,
    LIMIT_EXCEEDED,
    NOT_ALLOWED,
    DMN_BROKEN,
    EXAMPLE_WRONG,
    EXAMPLE_MISSING,
    TREE_DISAGREES
}
