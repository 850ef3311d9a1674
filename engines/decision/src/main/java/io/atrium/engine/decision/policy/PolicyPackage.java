// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import java.util.List;

/// A policy package as data: everything but the compiled model.
///
/// @param fingerprint SHA-256 over the files of the package, so that a version that has decided something cannot change
public record PolicyPackage(
        PolicyHeader header,
        List<Clause> clauses,
        Condition conditions,
        AmountRule amount,
        List<Example> examples,
        String sourceNote,
        String fingerprint) {}
