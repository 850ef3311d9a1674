// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The drafts of one's department, and how another comes in.
///
/// @param start null when the department keeps no published policy
public record PolicyDraftsPage(
        Table table, List<Row> rows, @Nullable Form start, Form upload) {

    public record Row(String policy, String version, String href, Tag state, String by, Instant at) {}
}
