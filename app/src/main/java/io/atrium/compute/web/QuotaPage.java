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

/// A firm's quota with the requests to change it; for the operator the requests of all firms.
///
/// @param now null for readers without a firm of their own
/// @param ask null for those who may not ask, or while a request is open
public record QuotaPage(
        @Nullable List<Fact> now, @Nullable Form ask, Table table, List<Row> rows, boolean ofManyFirms) {

    public record Row(String href, String change, String firm, Tag state, String askedAt, String decideBy) {}

    /// What another quota changes, side by side.
    public record Effect(Table table, List<Line> lines, String jobs) {}

    public record Line(String what, String before, String after) {}

    /// Before the request is sent.
    public record Check(Effect effect, List<Fact> answers, Form confirm) {}

    /// One request, as both sides see it.
    ///
    /// @param decision for the operator; `withdrawal` for the firm
    public record Request(
            Tag state,
            List<Step> steps,
            @Nullable Next next,
            @Nullable Due due,
            List<Fact> facts,
            Effect effect,
            @Nullable Form decision,
            @Nullable Form withdrawal) {}
}
