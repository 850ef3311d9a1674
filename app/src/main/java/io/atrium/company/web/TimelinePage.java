// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Field;
import io.atrium.web.component.IdentityBar;
import io.atrium.web.component.Pager;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `jte/company/timeline.jte` shows: what happened to a firm, day by day.
public record TimelinePage(
        IdentityBar identity, List<Tab> tabs, ListQuery query, List<Field> filters, List<Day> days, Pager pager) {

    public record Day(String date, List<Line> lines) {}

    public record Line(
            String time,
            Tag kind,
            String what,
            @Nullable String who,
            @Nullable String href) {}
}
