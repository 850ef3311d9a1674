// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.table;

import java.util.Map;
import java.util.Set;

/// What the cells of a model may name.
///
/// @param types the FEEL type of every input and decision
/// @param requires by decision, the inputs and decisions that its table may read
public record ModelNames(Map<String, String> types, Map<String, Set<String>> requires) {}
