// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of a file (导出列): its heading, what its values are, and how a row gives one; null leaves the cell empty.
public record SheetColumn<R>(String titleKey, Kind kind, Function<R, @Nullable Object> value) {

    /// What a column holds; decides how its cells are written and what its heading adds.
    public enum Kind {
        TEXT,
        NUMBER,
        /// Yuan, exact to the fen.
        MONEY,
        /// Date and time in Shanghai.
        MOMENT,
        DATE
    }
}
