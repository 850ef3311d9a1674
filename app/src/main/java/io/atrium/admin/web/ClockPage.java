// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.deadline.OpenDeadline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `/business-clock` shows.
///
/// @param ask how far to move; null where business time is real time
/// @param preview what a move would do; null before one is asked for
public record ClockPage(
        List<Fact> facts, @Nullable Form ask, @Nullable Preview preview) {

    /// @param target business time after the move, in words
    public record Preview(String target, String summary, List<OpenDeadline> due, Form confirm) {}
}
