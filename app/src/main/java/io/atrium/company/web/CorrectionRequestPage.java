// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import java.util.List;

/// What `jte/company/correction-new.jte` shows: the value as it stands, and the form for another.
public record CorrectionRequestPage(List<Fact> old, Form form, String rule) {}
