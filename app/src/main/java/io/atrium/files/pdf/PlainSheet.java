// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import io.atrium.web.component.Fact;
import java.util.List;

/// The content of a sheet that is nothing but facts under headings (事项表): drawn by [#TEMPLATE], so that a module that
/// needs no more writes no template of its own.
public record PlainSheet(List<Section> sections) {

    public static final String TEMPLATE = "files/plain";

    public record Section(String title, List<Fact> facts) {}
}
