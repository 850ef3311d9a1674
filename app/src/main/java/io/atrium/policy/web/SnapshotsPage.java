// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import java.util.List;

/// The frozen snapshots of one's department, and how another is taken.
public record SnapshotsPage(Table table, List<Row> rows, Form form) {

    public record Row(String name, String href, String day, String firms, String taken) {}

    /// One of them.
    public record One(List<Fact> about, String workbench, String removal) {}
}
