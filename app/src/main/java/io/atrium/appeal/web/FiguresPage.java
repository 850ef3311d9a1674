// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Field;
import io.atrium.web.component.Tab;
import java.util.List;

/// The rates of appeals: one line for each group, each number a link to its cases.
public record FiguresPage(
        ListQuery query,
        List<Field> filters,
        List<Tab> by,
        List<Cell> heads,
        List<Line> lines,
        List<Cell> definitions) {

    /// @param text of a heading or a definition
    public record Cell(String title, String text) {}

    public record Line(String group, boolean isSum, List<Number> numbers) {}

    /// @param note the two counts that a share is made of; empty for plain counts
    public record Number(String value, String href, String note) {}
}
