// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.security.Sessions;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One's own account: where one is signed in, and another password.
///
/// @param provider where one may also sign in; null when none is set
/// @param hasOthers there are sessions beside this one
public record AccountPage(
        Table table,
        List<Row> rows,
        Form password,
        boolean hasOthers,
        @Nullable ProviderLink provider) {

    public record Row(
            String device,
            String address,
            Instant since,
            Instant lastUsedAt,
            Tag state,
            @Nullable String endHref) {

        static Row of(Sessions.View session, Text t) {
            return new Row(
                    Device.of(session.userAgent()).words(t),
                    session.address(),
                    session.since(),
                    session.lastUsedAt(),
                    session.isCurrent()
                            ? Tag.of(Tone.GOOD, "identity.sessions.current")
                            : Tag.of(Tone.PLAIN, "identity.sessions.other"),
                    session.isCurrent() ? null : "/account/sessions/" + session.id() + "/ending");
        }
    }
}
