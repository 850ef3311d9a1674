// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.identity.AuditOrigin;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Requests;
import java.util.List;

/// A need as it comes to the desk (诉求): who raises it, and from where.
record Need(Actor actor, AuditOrigin origin, RaiseAppeal command) implements Requests.Keyed {

    /// Raised on this thread.
    static Need of(Actor actor, RaiseAppeal command) {
        return new Need(actor, AuditOrigin.now(), command);
    }

    static List<Need> all(Actor actor, List<RaiseAppeal> commands) {
        return commands.stream().map(command -> of(actor, command)).toList();
    }

    @Override
    public RequestKey key() {
        return command.key();
    }
}
