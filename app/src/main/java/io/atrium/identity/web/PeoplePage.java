// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.PersonSeat;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Field;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.List;

/// The people of all organisations.
public record PeoplePage(ListQuery query, List<Field> filters, Table table, List<Row> rows) {

    public record Row(
            String name,
            String login,
            String href,
            String organisation,
            String organisationHref,
            String roles,
            String lastSignIn,
            Tag state) {

        static Row of(PersonSeat seat, Text t) {
            return new Row(
                    seat.name(),
                    seat.login(),
                    PeoplePages.PATH + "/" + seat.person(),
                    PeoplePage.organisation(seat, t),
                    MemberTabs.members(seat.organisation()),
                    PeopleWords.roles(t, seat.roles()),
                    PeopleWords.lastSignIn(t, seat.lastSignInAt()),
                    PeoplePage.state(seat));
        }
    }

    static String organisation(PersonSeat seat, Text t) {
        return t.lang() == Lang.ZH ? seat.organisationZh() : seat.organisationEn();
    }

    static Tag state(PersonSeat seat) {
        return seat.isDisabled()
                ? Tag.of(Tone.BAD, "identity.people.state.disabled")
                : Tag.of(Tone.GOOD, "identity.people.state.enabled");
    }
}
