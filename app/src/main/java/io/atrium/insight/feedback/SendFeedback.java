// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight.feedback;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import org.jspecify.annotations.Nullable;

/// Tells the operator something (提交意见).
///
/// @param contact how a stranger can be reached; the signed-in are reached by their inbox
record SendFeedback(RequestKey key, @Nullable Actor actor, String contact, String path, String message) {

    static final int MESSAGE_CHARS_MAX = 2_000;
    static final int CONTACT_CHARS_MAX = 100;
    static final int PATH_CHARS_MAX = 300;
}
