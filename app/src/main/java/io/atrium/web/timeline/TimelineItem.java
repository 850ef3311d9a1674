// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.timeline;

import io.atrium.web.component.TimelineEntry;
import java.util.Comparator;

/// One thing that happened, with its sort; the entry's texts are already in the reader's language.
public record TimelineItem(TimelineKind kind, TimelineEntry entry) {

    public static final Comparator<TimelineItem> NEWEST_FIRST =
            Comparator.comparing((TimelineItem item) -> item.entry().at()).reversed();
}
