// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.policy.domain.TextDifference;
import io.atrium.web.component.Field;
import io.atrium.web.component.Tag;
import java.util.List;

/// What differs between two versions of a policy.
///
/// @param choice which two are compared
/// @param same a sentence, when nothing differs
public record DifferencePage(
        String path,
        List<Field> choice,
        String earlier,
        String later,
        List<Row> about,
        List<Row> conditions,
        List<Row> amount,
        List<ClauseChange> clauses,
        boolean same) {

    /// One thing before and after, in words.
    public record Row(String what, String before, String after, Tag kind) {}

    public record ClauseChange(String name, Tag kind, List<TextDifference.Piece> pieces) {}
}
