// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.fact.FactValue;

/// A fixed value in a model that an officer may move (门槛值): `enough_staff` for `employees >= 5`, `cap` for a constant,
/// `staff_points_r1c1` for a cell of a table, by the cell's id.
///
/// @param text the FEEL text in which it stands
public record Threshold(String name, String text, FactValue value) {}
