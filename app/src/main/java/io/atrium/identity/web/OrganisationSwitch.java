// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.Actors;
import io.atrium.identity.security.Sessions;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Flash;
import io.atrium.web.SeeOther;
import io.atrium.web.Switcher;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/current-organisation`: moves the session to another organisation of the person. Always leads home: what was open
/// belongs to the organisation before.
@Controller
class OrganisationSwitch {

    private final Actors actors;
    private final Sessions sessions;

    OrganisationSwitch(Actors actors, Sessions sessions) {
        this.actors = actors;
        this.sessions = sessions;
    }

    @PostMapping(Switcher.ACTION)
    SeeOther move(
            Actor actor,
            Text t,
            @RequestParam(Switcher.FIELD) OrgId organisation,
            HttpServletRequest request,
            HttpServletResponse response) {
        var seat = actors.seats(actor.person())
                .in(organisation)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        sessions.move(request, response, actor.person(), organisation);
        var name = t.lang() == Lang.ZH ? seat.nameZh() : seat.nameEn();
        var acting = seat.actingFor();
        return SeeOther.to("/")
                .saying(
                        acting == null
                                ? Flash.done("identity.switch.done", name)
                                : Flash.done("identity.switch.acting", name, acting.name()));
    }
}
