// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.INVITATION;
import static io.atrium.jooq.Tables.MEMBERSHIP;

import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The way into a fresh house (首位管理员): as long as nobody administers it, each start invites whoever reads the log.
@Component
public class FirstAdministrator {

    private final DSLContext database;
    private final InstantSource clock;
    private final Organisations organisations;
    private final Invitations invitations;
    private final AtriumSettings settings;

    FirstAdministrator(
            DSLContext database,
            InstantSource clock,
            Organisations organisations,
            Invitations invitations,
            AtriumSettings settings) {
        this.database = database;
        this.clock = clock;
        this.organisations = organisations;
        this.invitations = invitations;
        this.settings = settings;
    }

    /// A new link, the earlier ones end; empty once somebody administers the house.
    @Transactional
    public Optional<Invitations.Outcome.Invited> invite() {
        if (database.fetchExists(MEMBERSHIP, MEMBERSHIP.ROLE.eq(Role.ADMINISTRATOR.name()))) {
            return Optional.empty();
        }
        database.update(INVITATION)
                .set(INVITATION.REVOKED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(INVITATION.INVITED_BY.isNull(), INVITATION.ACCEPTED_AT.isNull(), INVITATION.REVOKED_AT.isNull())
                .execute();
        var invite = new Invite(community(), settings.operatorName(), Set.of(Role.ADMINISTRATOR));
        return Optional.of(invitations.issue(SystemActors.of("start"), null, invite));
    }

    private OrgId community() {
        var name = settings.operatorName();
        return organisations.list(OrgKind.COMMUNITY).stream()
                .map(OrganisationView::id)
                .findFirst()
                .orElseGet(() -> organisations.register(new RegisterOrganisation(OrgKind.COMMUNITY, name, name, null)));
    }
}
