// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight.feedback;

import io.atrium.web.component.Due;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.time.Instant;
import java.util.List;

/// What was sent, those that wait first.
public record FeedbackListPage(List<Tab> tabs, Table table, List<Row> rows) {

    public record Row(String id, String gist, String sender, String path, Instant sentAt, Tag state, Due due) {}
}
