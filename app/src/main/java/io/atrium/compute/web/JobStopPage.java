// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Form;
import java.util.List;

/// Asks before a job is stopped: what is lost, and what is still billed.
public record JobStopPage(Form form, List<String> consequences, String back) {}
