// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import static io.atrium.jooq.Tables.READER_PREFERENCE;

import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.web.servlet.HandlerInterceptor;

/// What a person's account remembers of their [Preferences] (账户偏好): read once per session, written when they choose.
/// A choice that was made before signing in is theirs too, as long as the account remembers nothing else.
class AccountPreferences implements HandlerInterceptor {

    private final DSLContext database;

    AccountPreferences(DSLContext database) {
        this.database = database;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var actor = (Actor) request.getAttribute(Actor.REQUEST_ATTRIBUTE);
        var session = request.getSession(false);
        if (actor == null || session == null) {
            return true;
        }
        if (session.getAttribute(Preferences.SESSION_ATTRIBUTE) == null) {
            session.setAttribute(Preferences.SESSION_ATTRIBUTE, read(actor.person()));
        }
        var chosen = Preferences.chosen(request);
        if (!chosen.isEmpty()) {
            chosen.forEach((name, value) -> write(actor.person(), name, value));
            session.setAttribute(Preferences.SESSION_ATTRIBUTE, read(actor.person()));
        }
        return true;
    }

    private HashMap<String, String> read(PersonId person) {
        return new HashMap<>(database.selectFrom(READER_PREFERENCE)
                .where(READER_PREFERENCE.PERSON_ID.eq(person.value()))
                .fetchMap(READER_PREFERENCE.NAME, READER_PREFERENCE.CHOICE));
    }

    private void write(PersonId person, String name, String value) {
        database.insertInto(READER_PREFERENCE)
                .set(Map.of(
                        READER_PREFERENCE.PERSON_ID, person.value(),
                        READER_PREFERENCE.NAME, name,
                        READER_PREFERENCE.CHOICE, value))
                .onConflict(READER_PREFERENCE.PERSON_ID, READER_PREFERENCE.NAME)
                .doUpdate()
                .set(READER_PREFERENCE.CHOICE, value)
                .execute();
    }
}
