// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One disputed bill, as both sides see it.
///
/// @param answer for the provider and the operator; `withdrawal` for the firm
public record DisputePage(
        Tag state,
        @Nullable Due due,
        List<Step> steps,
        @Nullable Next next,
        List<Fact> facts,
        List<Fact> bill,
        @Nullable Form answer,
        @Nullable Form withdrawal) {

    /// @param ofManyFirms whether each row names its firm
    public record Listed(Table table, List<Row> rows, boolean ofManyFirms) {}

    public record Row(
            String href, String job, String firm, String about, Tag state, String raisedAt, String answerBy) {}

    /// Before a dispute is raised: the bill, what happens next, and the form.
    public record Ask(List<Fact> bill, List<String> effects, Form form, String billHref) {}
}
