// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.Fen;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One list with its firms.
///
/// @param states how many firms stand where, each linked to its rows
/// @param confirm for departments, as long as the list is not public
public record GrantListPage(
        List<Step> steps,
        @Nullable Next next,
        List<Fact> about,
        List<Fact> states,
        @Nullable Form confirm,
        List<String> consequences,
        ListQuery query,
        List<Field> filters,
        Table table,
        List<Row> rows) {

    public record Row(
            String firm,
            String href,
            Fen amount,
            Tag state,
            String who,
            @Nullable Due due) {}
}
