// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.Colleague;
import io.atrium.identity.InvitationView;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Option;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// People, roles and their times in words.
final class PeopleWords {

    private PeopleWords() {}

    static String roles(Text t, Collection<Role> roles) {
        var names =
                roles.stream().sorted().map(role -> t.of("identity.role", role)).toList();
        return String.join(t.of("identity.list.separator"), names);
    }

    static String permissions(Text t, Collection<Permission> permissions) {
        var names = permissions.stream()
                .sorted()
                .map(permission -> t.of("identity.permission", permission))
                .toList();
        return String.join(t.of("identity.list.separator"), names);
    }

    /// Each role with what it allows under it.
    static List<Option> options(Text t, Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> Option.key(role.name(), "identity.role." + role).hint(t.of("identity.allows", role)))
                .toList();
    }

    static Tag state(Colleague colleague) {
        if (colleague.isDisabled()) {
            return Tag.of(Tone.BAD, "identity.members.state.disabled");
        }
        return colleague.isMember()
                ? Tag.of(Tone.GOOD, "identity.members.state.member")
                : Tag.of(Tone.PLAIN, "identity.members.state.ended");
    }

    static Tag state(InvitationView invitation) {
        var tone = invitation.state() == InvitationView.State.OPEN ? Tone.WAIT : Tone.PLAIN;
        return Tag.of(tone, "identity.invitations.state." + invitation.state());
    }

    static String lastSignIn(Text t, @Nullable Instant at) {
        return at == null ? t.of("identity.members.never") : t.dateTime(at);
    }

    /// The day of a moment; for an end, the last whole day before it.
    static String day(Text t, Instant moment) {
        return t.dateShort(LocalDate.ofInstant(moment, BusinessClock.ZONE));
    }

    static String until(Text t, @Nullable Instant moment) {
        return moment == null ? t.of("identity.members.open") : day(t, moment);
    }
}
