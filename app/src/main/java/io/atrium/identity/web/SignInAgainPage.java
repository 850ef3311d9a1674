// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.web.component.Form;

/// @param lead why it is asked, or that it was proved a moment ago
/// @param isKept what was typed is kept and will be sent on
public record SignInAgainPage(String lead, Form form, boolean isKept, String cancelHref) {}
