// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The replay of a day as its operator sees it.
///
/// @param facts   of the newest replay; empty before the first
/// @param start   null while one runs
/// @param stop    null while nothing simulated is open
/// @param effects of starting
public record ReplayPage(
        boolean running,
        List<Fact> facts,
        Next next,
        @Nullable Form start,
        List<String> effects,
        @Nullable Form stop,
        List<String> stopEffects,
        boolean maySeeJobs) {}
