// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Field;
import io.atrium.web.component.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /// A number and the counts that it is made of, each leading to its appeals.
    ///
    /// @param part of a share; null for plain counts
    /// @param rest those of the whole that are not in the part; null where there are none
    public record Number(
            Link value,
            @Nullable Link part,
            @Nullable Link whole,
            @Nullable Link rest) {

        static Number of(Link value) {
            return new Number(value, null, null, null);
        }
    }

    /// @param href empty where there is nothing to list
    public record Link(String text, String href) {

        static Link none() {
            return new Link("—", "");
        }
    }
}
