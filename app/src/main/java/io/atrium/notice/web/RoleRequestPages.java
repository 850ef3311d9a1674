// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.web;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Role;
import io.atrium.notice.RoleRequests;
import io.atrium.web.Flash;
import io.atrium.web.SeeOther;
import io.atrium.web.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/role-requests`: sent from the page that says which role is needed.
@Controller
class RoleRequestPages {

    private final RoleRequests requests;

    RoleRequestPages(RoleRequests requests) {
        this.requests = requests;
    }

    @PostMapping("/role-requests")
    SeeOther ask(Actor actor, Text t, RequestKey key, @RequestParam Role role) {
        requests.ask(actor, key, role);
        return SeeOther.to("/").saying(Flash.done("notice.flash.role-asked", t.of("identity.role", role)));
    }
}
