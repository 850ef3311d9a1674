// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import io.atrium.testing.Resident;
import java.time.Duration;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/// Lets time pass for somebody's sessions, as far as the proof of who they are goes.
public final class StaleProof {

    private StaleProof() {}

    public static <S extends Session> void of(FindByIndexNameSessionRepository<S> sessions, Resident resident) {
        for (var session :
                sessions.findByPrincipalName(resident.actor().person().value()).values()) {
            var note = session.<SessionNote>getRequiredAttribute(SessionNote.ATTRIBUTE);
            session.setAttribute(
                    SessionNote.ATTRIBUTE, note.proved(note.provedAt().minus(Duration.ofHours(1))));
            sessions.save(session);
        }
    }
}
