// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import io.atrium.engine.decision.fact.FactSet;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// One case with the outcome that its author expects; a package without examples is not published.
///
/// @param conditions expected status per condition id, by the name of the status
/// @param amountYuan expected amount or ceiling, as plain text
public record Example(
        String name,
        LocalDate asOf,
        FactSet facts,
        String outcome,
        Map<String, String> conditions,
        Optional<String> amountYuan) {}
