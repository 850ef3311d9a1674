// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.RequestKey;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A kept scenario with its numbers.
///
/// @param again the workbench with the same figures
/// @param draft where the figures are written into a draft
/// @param sharing null for the scenario of somebody else
public record ScenarioPage(
        Tag state,
        List<Fact> about,
        WorkbenchPage.Simulated result,
        String again,
        String draft,
        String comparison,
        @Nullable Sharing sharing,
        RequestKey key) {

    /// @param shared what the button makes of it
    public record Sharing(String action, boolean shared, String labelKey, String removal) {}

    /// All that one may see.
    ///
    /// @param compare null as long as there are not two
    public record Listed(
            Table table, List<Row> rows, @Nullable List<Field> compare) {}

    public record Row(
            String name,
            String href,
            String policy,
            String snapshot,
            String figures,
            Tag state,
            String by,
            Instant at) {}

    /// Before one is kept.
    public record Fresh(Form form, List<String> moved, String summary, String cancel) {}

    /// Two side by side.
    ///
    /// @param unlike what makes the two hard to compare
    public record Compared(
            List<Field> choice, Side left, Side right, List<String> unlike, Table table, List<Line> lines) {}

    public record Side(String name, String href) {}

    public record Line(String what, String left, String right, String difference) {}

    /// What is about to be written into a draft.
    ///
    /// @param nowhere why it cannot be written; then there is no form
    public record IntoDraft(
            List<String> moved,
            @Nullable String nowhere,
            @Nullable Form form,
            List<String> consequences,
            List<String> stale,
            String cancel) {}
}
