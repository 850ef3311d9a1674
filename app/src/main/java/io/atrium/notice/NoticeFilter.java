// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import org.jspecify.annotations.Nullable;

/// Which messages are asked for (消息筛选); null leaves a part open.
public record NoticeFilter(@Nullable String kind, @Nullable Boolean unread) {

    public static final NoticeFilter ALL = new NoticeFilter(null, null);
}
