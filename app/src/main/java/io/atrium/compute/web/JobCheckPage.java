// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import java.util.List;

/// The answers for a new job, once more before anything is held.
///
/// @param confirm submits the job
/// @param change leads back to the questions, with the answers
public record JobCheckPage(List<Fact> answers, JobFormPage.Offer offer, Form confirm, Form change) {}
