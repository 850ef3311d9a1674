// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import io.atrium.company.ImportProblem;

/// What came of reading a typed value.
public sealed interface FactReading {
    record Read(Object value) implements FactReading {}

    /// Nothing was typed: the fact stays unknown.
    record Blank() implements FactReading {}

    record Unreadable(ImportProblem problem) implements FactReading {}
}
