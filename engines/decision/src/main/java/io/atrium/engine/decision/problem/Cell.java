// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.problem;

import org.jspecify.annotations.Nullable;

/// One cell of a decision table (决策表单元格), as an editor can point at it.
///
/// @param table the decision that the table belongs to
/// @param rule counted from 1; 0 for the head of a column
/// @param column counted from 1, inputs first, then outputs; 0 for the whole rule
/// @param label what the column reads or yields
public record Cell(
        String table, int rule, int column, @Nullable String label) {

    public String english() {
        return "table " + table + (rule == 0 ? "" : ", rule " + rule)
                + (column == 0 ? "" : ", column " + column + (label == null ? "" : " (" + label + ")"));
    }

    public String chinese() {
        return "表 " + table + (rule == 0 ? "" : "，规则 " + rule)
                + (column == 0 ? "" : "，第 " + column + " 列" + (label == null ? "" : "（" + label + "）"));
    }
}
