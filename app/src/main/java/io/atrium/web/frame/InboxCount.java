// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import io.atrium.kernel.access.Actor;

/// How many messages wait unread (未读消息数), for the header of every page of a signed-in reader. `notice` answers.
public interface InboxCount {

    int unread(Actor actor);
}
