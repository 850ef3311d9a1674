// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobEstimate;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form for a new job; once it has been checked, with price and start, and the button that submits it.
public record JobFormPage(Form form, @Nullable Offer offer) {

    /// What the job would cost and when it would start.
    public record Offer(JobEstimate estimate, List<Fact> cost, String start, List<String> reasons, Form confirm) {}
}
