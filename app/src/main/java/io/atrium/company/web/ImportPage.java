// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Next;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `jte/company/import.jte` shows: the report of one delivery.
///
/// @param next what follows where firms are new
public record ImportPage(
        Verdict verdict,
        @Nullable Next next,
        List<Fact> summary,
        Table problemTable,
        List<ProblemRow> problems,
        @Nullable String problemsCut,
        Table rowTable,
        List<Row> rows) {

    public record Verdict(Tone tone, String title, String text) {}

    public record ProblemRow(String line, String column, String problem, String value) {}

    public record Row(
            int line, String code, String name, @Nullable String href, Tag result, int facts) {}
}
