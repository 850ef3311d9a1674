// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as its reader has it (消息).
///
/// @param readAt null while it is unread
public record NoticeView(
        NoticeId id,
        String kind,
        String textKey,
        List<Object> arguments,
        String href,
        @Nullable Instant dueAt,
        Instant sentAt,
        @Nullable Instant readAt) {

    public boolean isUnread() {
        return readAt == null;
    }

    public String text(Text t) {
        return t.of(textKey, arguments.toArray());
    }
}
