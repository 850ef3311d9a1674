// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import java.util.List;

/// The frozen snapshots of one's department, and how another is taken: of the firms here, or of a file.
public record SnapshotsPage(Table table, List<Row> rows, Form form, Form fileForm) {

    public record Row(String name, String href, String source, String day, String firms, String taken) {}

    /// One of them.
    public record One(List<Fact> about, Table table, List<Known> known, String workbench, String removal) {}

    /// Of how many firms a fact is known.
    public record Known(String fact, String firms, String percent) {}
}
