// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import io.atrium.kernel.RequestKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends one message (发送消息).
///
/// @param key the same key twice sends once; name the event: `vch_…:issued`
/// @param kind the name of a [NoticeKind]
/// @param href a path of this site, where the reader acts or looks
/// @param dueAt until when the reader must act, if they must
/// @param cause what happened, where several messages tell of the same; nobody is told of one cause twice by mail
public record SendNotice(
        RequestKey key,
        Recipient to,
        String kind,
        Words words,
        String href,
        @Nullable Instant dueAt,
        String cause) {

    public SendNotice {
        if (!href.startsWith("/") || href.startsWith("//")) {
            throw new IllegalArgumentException("not a path of this site: " + href);
        }
    }

    /// A message key and its arguments: text in one language or both, numbers, money, GPU time, days and moments.
    public record Words(String key, List<Object> arguments) {

        public static Words of(String key, Object... arguments) {
            return new Words(key, Arrays.asList(arguments));
        }
    }

    public SendNotice(RequestKey key, Recipient to, String kind, Words words, String href) {
        this(key, to, kind, words, href, null);
    }

    public SendNotice(RequestKey key, Recipient to, String kind, Words words, String href, @Nullable Instant dueAt) {
        this(key, to, kind, words, href, dueAt, key.value());
    }

    /// One of several messages about the same.
    public SendNotice causedBy(String common) {
        return new SendNotice(key, to, kind, words, href, dueAt, common);
    }
}
