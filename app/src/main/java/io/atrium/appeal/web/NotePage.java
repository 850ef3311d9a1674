// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Practice notes: the list, and the form of a new one.
public record NotePage(ListQuery query, List<Field> filters, Table table, List<Row> rows) {

    /// @param source where it comes from; null for those who may not open it
    public record Row(
            String id,
            String title,
            String applies,
            List<String> action,
            String category,
            String by,
            int uses,
            @Nullable String source) {}

    public record New(Form form, String source) {}

    /// A note beside an appeal.
    ///
    /// @param uses how often it was used, in words
    /// @param use says that it helped; null for those who may not, or when it was said
    public record Offered(
            String title,
            String applies,
            List<String> action,
            String uses,
            boolean isUsed,
            @Nullable Form use) {}
}
