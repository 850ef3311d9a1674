// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import java.time.Instant;
import java.util.List;

/// A way by which messages also leave the house (通知渠道). It only notes, in the sender's transaction, what is to be
/// delivered; delivering comes later.
public interface NoticeChannel {

    /// A message that was sent for the first time.
    record Sent(NoticeId id, SendNotice command, NoticeKind kind, Instant at) {}

    void take(List<Sent> notices);
}
