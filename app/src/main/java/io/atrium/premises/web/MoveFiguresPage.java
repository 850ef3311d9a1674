// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import java.util.List;

/// What each of the two things saves, and how long it took.
public record MoveFiguresPage(List<Kind> kinds) {

    /// @param measured how many moves were measured, and their median, in words
    /// @param sources of the figures
    public record Kind(
            String id,
            String title,
            List<MoveStartPage.SavedRow> saved,
            String measured,
            List<Step> steps,
            List<String> sources) {}

    public record Step(String title, String office, String limit, String inTime, String median) {}
}
