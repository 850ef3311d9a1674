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

/// One price correction.
///
/// @param effect what it would do now; null once it is decided
/// @param lines what it does, bill by bill; null before it is agreed
/// @param decision for a second person; `withdrawal` for those who may take it back
public record PriceCorrectionPage(
        Tag state,
        @Nullable Due due,
        List<Step> steps,
        @Nullable Next next,
        List<Fact> facts,
        @Nullable Effect effect,
        @Nullable Lines lines,
        @Nullable Form decision,
        @Nullable Form withdrawal) {

    public record Lines(Table table, List<Line> rows, boolean allShown) {}

    public record Effect(Table table, List<EffectRow> rows, EffectRow sum, List<String> words) {}

    public record EffectRow(String firm, String bills, String before, String after, String difference) {}

    /// @param href the bill; null while there is none
    public record Line(String job, @Nullable String href, Tag state, String why) {}

    public record Listed(Table table, List<Row> rows, boolean mayPropose) {}

    public record Row(
            String href, String pool, String change, String period, Tag state, String proposedBy, String proposedAt) {}

    /// Before it is proposed.
    public record Check(Effect effect, List<Fact> answers, Form confirm) {}
}
