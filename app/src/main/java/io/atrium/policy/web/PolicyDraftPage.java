// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.problem.Cell;
import io.atrium.kernel.RequestKey;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One draft: where it stands and what can be done now.
///
/// @param header the plain form, for writers as long as it is a draft
/// @param moves what else can be done, as buttons
/// @param simulation the workbench with this draft, as long as it is not published
public record PolicyDraftPage(
        Tag state,
        List<Tab> tabs,
        @Nullable Next next,
        List<Fact> about,
        @Nullable Form header,
        List<Move> moves,
        @Nullable String simulation,
        RequestKey key) {

    /// @param name last part of the address, and of the key
    public record Move(String action, String name, String labelKey, String css) {}

    /// The four files in a form of their own.
    public record Files(Tag state, List<Tab> tabs, @Nullable Form form, List<TextFile> files) {}

    public record TextFile(String name, String text) {}

    /// @param problems none when it passes
    public record Check(Tag state, List<Tab> tabs, List<ProblemRow> problems) {}

    /// @param how the way to mend it
    /// @param href the place where it is mended
    /// @param cell the cell of a decision table, or a decision as a whole
    public record ProblemRow(
            String title,
            String where,
            String what,
            String how,
            String href,
            @Nullable Cell cell) {}

    /// @param review the reviewer's form
    public record Differences(
            Tag state,
            List<Tab> tabs,
            @Nullable String against,
            List<DifferenceRow> rows,
            List<FileRow> files,
            @Nullable Form review,
            @Nullable Form back,
            @Nullable String whyNot) {}

    public record DifferenceRow(String kind, String name, String before, String after) {}

    public record FileRow(String title, String before, String after) {}
}
