// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.web.component.Due;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Planned visits and those that took place.
public record VisitsPage(boolean mayVisit, List<Tab> tabs, Table table, List<Planned> planned, List<Done> done) {

    public record Planned(
            String href,
            String firm,
            String purpose,
            String steward,
            @Nullable Due due) {}

    public record Done(String href, String firm, String day, String steward, String needs) {}
}
