// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import io.atrium.identity.Audit;
import io.atrium.identity.Organisations;
import io.atrium.identity.RolesOfKind;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.AccessRules;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.SendNotice.Words;
import io.atrium.web.Requests;
import io.atrium.web.error.RequestableRoles;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asking for a role (申请角色): a message to whoever manages the people of one's organisation, with a link to where the
/// role is given. It names the person and the role, and nothing of what the person wanted to see. Once a day is enough.
@Component
public class RoleRequests implements RequestableRoles {

    static final String KIND = "role-request";

    private final Notices notices;
    private final Organisations organisations;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;

    RoleRequests(Notices notices, Organisations organisations, Requests requests, Audit audit, BusinessClock clock) {
        this.notices = notices;
        this.organisations = organisations;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /// Asked for; who answers looks after the people of this organisation.
    public record Asked(OrgId to) {}

    private record Wanted(Role role) {}

    @Bean
    static NoticeKind roleRequestNotices() {
        return NoticeKind.of(KIND, "notice.role-request.kind");
    }

    /// Whoever acts in the place of somebody else asks for nothing.
    @Override
    public List<Role> of(Actor actor, Permission permission) {
        return AccessRules.rolesWith(permission).stream()
                .filter(role -> mayAsk(actor, role))
                .toList();
    }

    @Transactional
    public Asked ask(Actor actor, RequestKey key, Role role) {
        if (!mayAsk(actor, role)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return requests.once(actor, key, new Wanted(role), Asked.class, () -> send(actor, role));
    }

    private Asked send(Actor actor, Role role) {
        var to = granting(actor);
        var member = "/organisations/" + actor.organisation() + "/members/" + actor.person();
        notices.send(new SendNotice(
                new RequestKey(String.join(
                        ":", actor.person().value(), role.name(), clock.today().toString())),
                new Recipient.Holders(to, Permission.MANAGE_PEOPLE),
                KIND,
                Words.of("notice.role-request." + role, actor.name()),
                member));
        audit.record(
                actor,
                "notice.role-requested",
                actor.person().value(),
                Map.of("organisation", actor.organisation().value(), "role", role));
        return new Asked(to);
    }

    private static boolean mayAsk(Actor actor, Role role) {
        return actor.actingFor() == null
                && RolesOfKind.of(actor.kind()).contains(role)
                && !actor.roles().contains(role);
    }

    /// A firm looks after its own people, the community after everybody else's.
    private OrgId granting(Actor actor) {
        return actor.kind() == OrgKind.FIRM || actor.kind() == OrgKind.COMMUNITY
                ? actor.organisation()
                : organisations.list(OrgKind.COMMUNITY).stream()
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND))
                        .id();
    }
}
