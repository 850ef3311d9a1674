// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Chart;
import io.atrium.web.component.Fact;
import java.util.List;

/// A firm's share in words and as a chart.
///
/// @param told  its share and its use, in one sentence
/// @param next  what follows for its next job
/// @param borrowed who uses GPUs beyond a quota now
/// @param charts its use beside its share, and what it borrows; empty where there is nothing to draw
public record OwnSharePage(
        String told,
        String next,
        String borrowed,
        List<Fact> facts,
        List<Chart> charts,
        boolean mayAskQuota,
        String asOf) {}
