// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.list;

import io.atrium.web.component.Form;
import java.util.List;

/// What `jte/list/removal.jte` shows: which views go, before they do.
public record SavedViewRemovalPage(Form form, List<String> consequences) {}
