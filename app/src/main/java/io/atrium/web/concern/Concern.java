// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.concern;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A record that an appeal is about, in the reader's language.
///
/// @param title names it in a line
/// @param lines what it says: clause, facts, amounts
/// @param category code of the category of appeals that it falls under
public record Concern(String title, List<String> lines, String category) {

    /// Where an appeal about a record's page is raised.
    public static String appealHref(String path) {
        return "/appeals/new?about=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    public Concern {
        lines = List.copyOf(lines);
    }
}
