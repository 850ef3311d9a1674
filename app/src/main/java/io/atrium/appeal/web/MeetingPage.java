// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meeting on the spot: what it is about and what came of each case.
///
/// @param listing puts another case on the list; null for those who may not
public record MeetingPage(
        List<Fact> facts,
        Table table,
        List<Row> rows,
        @Nullable Form listing) {

    /// @param answer what was answered; empty without an answer
    /// @param promise what was promised; empty without a promise
    public record Row(
            String href,
            String number,
            String title,
            String firm,
            String unit,
            Tag state,
            String answer,
            String promise,
            @Nullable Due promisedFor) {}

    public record Listed(Table table, List<Meeting> rows, boolean mayCall) {}

    public record Meeting(String href, String title, String day, String place, String host, int cases) {}

    public record New(Form form) {}
}
