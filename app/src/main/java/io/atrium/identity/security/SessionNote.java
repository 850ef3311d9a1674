// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import java.io.Serializable;
import java.time.Instant;

/// What a session remembers beside its owner (会话记录): enough for the owner to recognise it, and when they last proved
/// who they are.
///
/// @param id names the session on pages; never the session's own id, which is a secret
record SessionNote(String id, String userAgent, String address, Instant signedInAt, Instant provedAt)
        implements Serializable {

    static final String ATTRIBUTE = "atrium.session-note";
    private static final int USER_AGENT_LENGTH_MAX = 300;

    SessionNote {
        if (userAgent.length() > USER_AGENT_LENGTH_MAX) {
            userAgent = userAgent.substring(0, USER_AGENT_LENGTH_MAX);
        }
    }

    SessionNote proved(Instant at) {
        return new SessionNote(id, userAgent, address, signedInAt, at);
    }
}
