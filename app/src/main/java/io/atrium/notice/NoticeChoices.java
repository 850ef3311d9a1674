// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import static io.atrium.jooq.Tables.NOTICE_MUTED;

import io.atrium.kernel.access.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which kinds of message a person gets (消息设置): all, until they switch one off; never those with a deadline that the
/// law or a policy sets.
@Component
public class NoticeChoices {

    private final DSLContext database;
    private final List<NoticeKind> kinds;

    NoticeChoices(DSLContext database, List<NoticeKind> kinds) {
        this.database = database;
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(NoticeKind::name)).toList();
    }

    public List<NoticeKind> kinds() {
        return kinds;
    }

    /// Those that can come to the actor.
    public List<NoticeKind> kinds(Actor actor) {
        return kinds.stream()
                .filter(kind -> kind.reaches(actor.kind(), actor::may))
                .toList();
    }

    /// Names of the kinds that the actor switched off.
    @Transactional(readOnly = true)
    public Set<String> muted(Actor actor) {
        return database.select(NOTICE_MUTED.KIND)
                .from(NOTICE_MUTED)
                .where(NOTICE_MUTED.PERSON_ID.eq(actor.person().value()))
                .fetchSet(NOTICE_MUTED.KIND);
    }

    /// Keeps these kinds and switches off all others that may be and that can come to the actor.
    @Transactional
    public void want(Actor actor, Set<String> wanted) {
        var person = actor.person().value();
        database.deleteFrom(NOTICE_MUTED)
                .where(NOTICE_MUTED.PERSON_ID.eq(person))
                .execute();
        kinds(actor).stream()
                .filter(kind -> !kind.isMandatory() && !wanted.contains(kind.name()))
                .forEach(kind -> database.insertInto(NOTICE_MUTED)
                        .values(person, kind.name())
                        .onConflictDoNothing()
                        .execute());
    }
}
