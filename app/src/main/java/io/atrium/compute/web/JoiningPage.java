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

/// Applications to join: the way through the questions, the record, the list.
public final class JoiningPage {

    private JoiningPage() {}

    /// What is asked, before anything is.
    ///
    /// @param refusal why this provider cannot apply now; then `href` leads to what is there instead
    public record Start(
            List<String> asked,
            List<String> after,
            List<Remark> remarks,
            @Nullable String refusal,
            String action,
            String href) {}

    /// Where the reader is on the way.
    ///
    /// @param remarks what the operator wants mended at this step
    /// @param before the step before this one
    public record Course(String position, List<Step> steps, List<Remark> remarks, String before) {}

    /// What the operator wants mended.
    public record Remark(String about, String text) {}

    /// One group of questions.
    ///
    /// @param facts what is known already and not asked
    public record Questions(Course course, List<Fact> facts, Form form) {}

    /// The pools so far.
    ///
    /// @param add null when there are as many as are taken
    public record Pools(
            Course course,
            Table table,
            List<PoolRow> rows,
            @Nullable String add,
            String onward) {}

    public record PoolRow(String href, String id, String what, String gpus, String region, Form removal) {}

    /// Everything once more.
    ///
    /// @param wrong what keeps it from being handed in; then there is no `confirm`
    public record Check(
            Course course,
            List<Group> groups,
            List<Remark> wrong,
            @Nullable Form confirm,
            List<String> consequences) {}

    /// Answers of one group.
    ///
    /// @param change where they are changed; null on the record
    public record Group(
            String title, List<Fact> facts, @Nullable String change) {}

    /// One application, as both sides see it.
    ///
    /// @param mend where its provider mends it
    public record Record(
            Tag state,
            List<Step> steps,
            @Nullable Next next,
            @Nullable Due due,
            List<Fact> facts,
            List<Remark> remarks,
            String remarksTitle,
            List<Group> groups,
            @Nullable String mend,
            @Nullable Form decision,
            List<String> consequences,
            @Nullable Form withdrawal,
            boolean isAccepted) {}

    /// Applications that one may see.
    ///
    /// @param begin where a provider begins one; null for others, and where the empty list says it
    public record Listed(
            Table table,
            List<Row> rows,
            boolean ofManyProviders,
            @Nullable String begin) {}

    public record Row(
            String href, String number, String provider, Tag state, String gpus, String submittedAt, String decideBy) {}
}
