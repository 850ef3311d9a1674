// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Chart;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The policy simulation workbench (政策仿真工作台).
///
/// @param choice which policy and which snapshot
/// @param kept what the form of figures carries along
/// @param asked the figures with what is wrong with them
/// @param result null when a figure cannot be used
/// @param reset the same without moved figures
public record WorkbenchPage(
        String path,
        List<Field> choice,
        Map<String, String> kept,
        Form asked,
        List<FigureGroup> groups,
        @Nullable Simulated result,
        String reset,
        String policyHref) {

    /// What a script asks for again and again.
    static WorkbenchPage ofResult(Form asked, @Nullable Simulated result) {
        return new WorkbenchPage("", List.of(), Map.of(), asked, List.of(), result, "", "");
    }

    /// The first step, as long as there is no snapshot.
    public record First(Form form, int firmsMax) {}

    public record FigureGroup(String id, String title, List<FigureField> figures, boolean isFolded) {}

    /// @param hint the value in force, and the text of the model where the label does not say it
    public record FigureField(
            String name,
            String label,
            String hint,
            String value,
            String unit,
            boolean isDay,
            @Nullable Slider slider,
            @Nullable String error) {}

    public record Slider(String min, String max, String step, String value) {}

    /// What the figures come to.
    ///
    /// @param summary one sentence, said aloud when it changes
    /// @param notes what limits the result
    /// @param source which facts, of which day, counted how fast
    public record Simulated(
            String summary,
            List<String> moved,
            List<String> notes,
            List<Tile> tiles,
            Table totals,
            List<Line> lines,
            List<Line> firms,
            List<GroupView> groups,
            Table near,
            List<NearRow> nearRows,
            Table overlap,
            List<OverlapRow> overlapRows,
            List<File> files,
            String source) {}

    /// @param href the list of firms behind the figure; null where there is none
    public record Line(String label, @Nullable String href, String before, String after, String change) {}

    public record GroupView(String id, String title, Chart chart, Table table, List<GroupRow> rows) {}

    /// @param granted before and after
    public record GroupRow(String name, String firms, String granted, String coverage, String budget, String change) {}

    public record NearRow(
            String condition, String firms, @Nullable String href) {}

    public record OverlapRow(String policy, String policyHref, Tag bond, String before, String after, String href) {}

    public record File(String format, String href) {}
}
