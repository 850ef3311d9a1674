// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.component.Form;

/// Handing in a saved mail.
public record MailPage(Form form) {}
