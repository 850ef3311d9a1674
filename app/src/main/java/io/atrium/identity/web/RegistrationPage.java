// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.web.component.Form;

/// Registering an organisation by hand.
public record RegistrationPage(Form form) {}
