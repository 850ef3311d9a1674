// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as its reader has it (消息).
///
/// @param dueAt until when its reader must act; null where nothing is asked
/// @param settledAt when what it asked for was done, by whomever
/// @param readAt null while it is unread
public record NoticeView(
        NoticeId id,
        String kind,
        String textKey,
        List<Object> arguments,
        String href,
        @Nullable Instant dueAt,
        @Nullable Instant settledAt,
        Instant sentAt,
        @Nullable Instant readAt) {

    public boolean isUnread() {
        return readAt == null;
    }

    /// Whether somebody still has to act.
    public boolean isOpen() {
        return dueAt != null && settledAt == null;
    }

    public String text(Text t) {
        return t.of(textKey, arguments.toArray());
    }
}
