// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Form;
import java.util.List;

/// Asks before something is thrown away.
public record RemovalPage(Form form, List<String> consequences, String cancel) {}
