// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.web;

import io.atrium.web.component.Fact;
import java.util.List;

/// One issued sheet: what is registered of it, and its file.
public record IssuedSheetPage(String fileHref, long kibibytes, List<Fact> about) {}
