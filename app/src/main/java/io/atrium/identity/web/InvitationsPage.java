// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.InvitationView;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param link the link just made, told now and never again
public record InvitationsPage(
        String organisation,
        List<Tab> tabs,
        Form form,
        Table table,
        List<Row> rows,
        @Nullable Link link) {

    public record Link(String address, String name, Instant expiresAt) {}

    public record Row(
            String name,
            String roles,
            String by,
            Instant expiresAt,
            Tag state,
            @Nullable String revokeHref) {

        static Row of(InvitationView invitation, String base, Text t) {
            return new Row(
                    invitation.name(),
                    PeopleWords.roles(t, invitation.roles()),
                    invitation.invitedBy(),
                    invitation.expiresAt(),
                    PeopleWords.state(invitation),
                    invitation.state() == InvitationView.State.OPEN
                            ? base + "/" + invitation.id() + "/revocation"
                            : null);
        }
    }
}
