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
public record ProcessPage(
        List<Fact> definitions,
        @Nullable Chart chart,
        Table table,
        List<Row> rows,
        String asOf) {

    /// @param cases how many, with the list that proves it
    public record Row(
            String policy,
            String href,
            String cases,
            @Nullable String casesHref,
            String stepsBefore,
            String steps,
            String daysBefore,
            String decision,
            String payment,
            String documentsBefore,
            String uploaded,
            String kept,
            String visitsBefore,
            String visits,
            @Nullable String source) {}
}
