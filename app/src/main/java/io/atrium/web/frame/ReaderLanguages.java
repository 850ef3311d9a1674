// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import static io.atrium.jooq.Tables.READER_PREFERENCE;

import io.atrium.kernel.PersonId;
import io.atrium.web.text.Lang;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The language in which somebody reads who is not here now (读者语言), as far as their account remembers one.
@Component
public class ReaderLanguages {

    private final DSLContext database;

    ReaderLanguages(DSLContext database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public Optional<Lang> find(PersonId person) {
        return database.select(READER_PREFERENCE.CHOICE)
                .from(READER_PREFERENCE)
                .where(READER_PREFERENCE.PERSON_ID.eq(person.value()), READER_PREFERENCE.NAME.eq(Preferences.LANG))
                .fetchOptional(READER_PREFERENCE.CHOICE)
                .flatMap(Lang::find);
    }
}
