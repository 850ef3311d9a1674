// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.LINKED_SUBJECT;

import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Actor;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People at providers of OpenID Connect (外部登录关联). Only the pair of issuer and subject says who somebody is: an e-mail
/// address can be given to somebody else. A person links themselves while signed in.
@Component
public class LinkedSubjects {

    private final DSLContext database;
    private final InstantSource clock;
    private final Audit audit;

    LinkedSubjects(DSLContext database, InstantSource clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<PersonId> find(String issuer, String subject) {
        return database.select(LINKED_SUBJECT.PERSON_ID)
                .from(LINKED_SUBJECT)
                .where(LINKED_SUBJECT.ISSUER.eq(issuer), LINKED_SUBJECT.SUBJECT.eq(subject))
                .fetchOptional(row -> new PersonId(row.value1()));
    }

    @Transactional(readOnly = true)
    public boolean isLinked(PersonId person, String issuer) {
        return database.fetchExists(
                LINKED_SUBJECT, LINKED_SUBJECT.PERSON_ID.eq(person.value()), LINKED_SUBJECT.ISSUER.eq(issuer));
    }

    /// False when the subject is somebody else's, or the person has another one at this issuer.
    @Transactional
    public boolean link(Actor actor, String issuer, String subject) {
        int linked = database.insertInto(LINKED_SUBJECT)
                .set(LINKED_SUBJECT.ISSUER, issuer)
                .set(LINKED_SUBJECT.SUBJECT, subject)
                .set(LINKED_SUBJECT.PERSON_ID, actor.person().value())
                .set(LINKED_SUBJECT.LINKED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
        if (linked == 1) {
            audit.record(actor, "identity.subject-linked", actor.person().value(), Map.of("issuer", issuer));
        }
        return linked == 1 || find(issuer, subject).equals(Optional.of(actor.person()));
    }

    @Transactional
    public boolean unlink(Actor actor, String issuer) {
        int unlinked = database.deleteFrom(LINKED_SUBJECT)
                .where(LINKED_SUBJECT.PERSON_ID.eq(actor.person().value()), LINKED_SUBJECT.ISSUER.eq(issuer))
                .execute();
        if (unlinked == 1) {
            audit.record(actor, "identity.subject-unlinked", actor.person().value(), Map.of("issuer", issuer));
        }
        return unlinked == 1;
    }
}
