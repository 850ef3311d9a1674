// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Chart;
import io.atrium.web.component.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A firm's share in words and as a chart.
///
/// @param told  its share and its use, in one sentence
/// @param next  what follows for its next job
/// @param chart null where nobody has used anything yet
public record OwnSharePage(
        String told,
        String next,
        List<Fact> facts,
        @Nullable Chart chart,
        boolean mayAskQuota,
        String asOf) {}
