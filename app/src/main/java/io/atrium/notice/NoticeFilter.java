// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import org.jspecify.annotations.Nullable;

/// Which messages are asked for (消息筛选); null leaves a part open.
///
/// @param open whether somebody still has to act
public record NoticeFilter(
        @Nullable String kind,
        @Nullable Boolean unread,
        @Nullable Boolean open) {

    public static final NoticeFilter ALL = new NoticeFilter(null, null, null);
    public static final NoticeFilter UNREAD = new NoticeFilter(null, true, null);
}
