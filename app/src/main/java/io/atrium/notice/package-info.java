// SPDX-License-Identifier: Apache-2.0

/// Messages (消息): what happened that somebody should know, and what they must do by when.
///
/// Start at [io.atrium.notice.Notices], through which modules send, and [io.atrium.notice.Inbox], where people read. A
/// message is a key with arguments, put into words in the language of its reader; it is no audit trail and no to-do
/// list.
@ApplicationModule(
        displayName = "Messages",
        allowedDependencies = {"kernel", "web", "identity"})
@NullMarked
package io.atrium.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
