// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.gallery;

import io.atrium.kernel.Fen;
import io.atrium.web.ListQuery;
import io.atrium.web.component.BulkAction;
import io.atrium.web.component.Chart;
import io.atrium.web.component.Conflict;
import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.IdentityBar;
import io.atrium.web.component.LogView;
import io.atrium.web.component.Next;
import io.atrium.web.component.Reason;
import io.atrium.web.component.RowAction;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tile;
import io.atrium.web.component.TimelineEntry;
import java.util.List;

/// One example of every component (组件示例).
public record GalleryPage(
        Table table,
        Lists lists,
        Flows flows,
        Form form,
        Form refusedForm,
        Form confirmation,
        Conflict conflict,
        LogView log,
        Chart chart) {

    /// Tables and figures.
    public record Lists(
            Table table,
            BulkAction bulk,
            List<RowAction> actions,
            List<Row> rows,
            Table empty,
            Table noMatch,
            List<Table> unseen,
            ListQuery query,
            List<Tile> tiles,
            List<Fact> facts,
            List<Fact> sum,
            List<Tag> tags,
            List<Tab> tabs) {}

    /// Things that move through states.
    public record Flows(
            List<Step> steps,
            Next next,
            List<Due> dues,
            List<TimelineEntry> timeline,
            List<Reason> reasons,
            IdentityBar identity) {}

    public record Row(String name, Tag state, long gpus, Fen amount, Due due) {}
}
