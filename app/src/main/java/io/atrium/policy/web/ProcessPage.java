// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Chart;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Steps, days, documents and visits of all policies, before and now.
///
/// @param chart null while no policy has both figures
public record ProcessPage(List<Fact> definitions, @Nullable Chart chart, Table table, List<Row> rows, String asOf) {

    /// @param cases how many, with the list that proves it
    /// @param days to the payment, else to the decision
    public record Row(
            String policy,
            String href,
            String cases,
            @Nullable String casesHref,
            Pair steps,
            Pair days,
            String decision,
            Pair documents,
            String kept,
            Pair visits,
            @Nullable String source) {}

    public record Pair(String before, String now) {}
}
