// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight.feedback;

import io.atrium.web.component.Form;

/// The form, and by when it is answered.
public record FeedbackFormPage(Form form, int workingDays) {}
