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
/// @param progress how many are answered, promised, open, in words
/// @param act the form that is open for one need; null if none is
/// @param listing puts more cases on the list; null for those who may not, or once it is concluded
/// @param concluding null for those who may not, or once it is concluded
public record MeetingPage(
        String progress,
        List<Fact> facts,
        Table table,
        List<Row> rows,
        @Nullable Act act,
        @Nullable Form listing,
        @Nullable Form concluding) {

    /// @param answer what was answered; empty without an answer
    /// @param promise what was promised; empty without a promise
    /// @param due when it ends that is open: the promised day, or the limit of its answer
    /// @param answerHref opens the form; null for those who may not
    /// @param promiseHref opens the form; null for those who may not
    public record Row(
            String href,
            String number,
            String title,
            String firm,
            String unit,
            Tag result,
            String answer,
            String promise,
            @Nullable Due due,
            @Nullable String answerHref,
            @Nullable String promiseHref) {}

    /// @param about the need that it is for
    public record Act(String title, String about, String hint, Form form) {}

    public record Listed(Table table, List<Meeting> rows, boolean mayCall) {}

    public record Meeting(String href, String title, String day, String place, String host, int cases, Tag state) {}

    public record New(Form form) {}
}
