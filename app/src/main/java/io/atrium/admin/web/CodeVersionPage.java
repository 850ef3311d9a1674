// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `/code-table-versions/{id}` shows: the entries of the version, how they differ from another, and what
/// publishing
/// does to the records that use them.
///
/// @param forms null once nothing may be changed any more
public record CodeVersionPage(
        VersionHead head,
        boolean hasFigures,
        List<Change> changes,
        List<String> unlisted,
        Table table,
        List<CodeRow> rows,
        @Nullable Forms forms,
        String exportHref) {

    public record Forms(Form entry, Form file) {}

    /// @param what is otherwise, in words
    /// @param effect on records, in words
    public record Change(String code, String what, String effect) {}
}
