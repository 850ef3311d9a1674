// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.component.Form;
import java.util.List;

/// What `jte/company/confirm.jte` shows: what a step means, before it is done.
public record ConfirmPage(Form form, List<String> consequences, String cancelHref) {}
