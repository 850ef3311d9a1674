// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.text.RefusalText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A new job: the questions, and beside them what the answers would cost and when the job would start.
///
/// @param offer null while the answers make no job
/// @param refusal why they would be refused as they are, before anybody clicks
/// @param warnings what keeps the firm from submitting as much as it is used to
public record JobFormPage(
        Form form, @Nullable Offer offer, @Nullable RefusalText refusal, List<ConsoleStrip.Warning> warnings) {

    /// What few jobs need.
    public static boolean isFolded(Field field) {
        return JobQuestions.FOLDED.contains(field.name());
    }

    /// Open once something of it was answered, or is wrong.
    public boolean isUnfolded(Form shown) {
        return shown.questions().stream()
                .filter(JobFormPage::isFolded)
                .anyMatch(
                        field -> !field.value().isEmpty() || shown.error(field).isPresent());
    }

    /// @param inTime whether it will be done by its date; null without one
    /// @param reasons the rules that keep it from starting now, first the one to tell
    public record Offer(
            List<Fact> cost, String start, @Nullable String inTime, List<String> reasons, List<String> remedies) {}
}
