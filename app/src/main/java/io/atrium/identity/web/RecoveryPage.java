// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.web.component.Form;

/// A new password through a recovery link.
public record RecoveryPage(Form form) {}
