// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@AtriumTest
class AuditTest {

    @Autowired
    House house;

    @Autowired
    Audit audit;

    @Autowired
    AuditSeals seals;

    @Autowired
    DSLContext database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void chainsEveryEntryAndSeesAnAlteredOne() {
        record("test.first");
        record("test.second");
        seals.seal();
        assertThat(seals.firstBroken()).isEmpty();

        transaction.executeWithoutResult(alteration -> {
            database.execute("alter table audit_entry disable trigger audit_entry_append_only");
            database.execute("update audit_entry set action = 'test.forged' where action = 'test.first'");
            assertThat(seals.firstBroken()).isPresent();
            alteration.setRollbackOnly();
        });
        assertThat(seals.firstBroken()).isEmpty();
    }

    @Test
    void refusesToChangeOrRemoveAnEntry() {
        record("test.kept");
        assertThatThrownBy(() -> database.execute("update audit_entry set action = 'x'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.execute("delete from audit_entry")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.execute("truncate audit_entry cascade"))
                .hasMessageContaining("append-only");
    }

    @Test
    void vanishesWithTheChangeThatWasRolledBack() {
        transaction.executeWithoutResult(change -> {
            audit.record(SystemActors.of("test"), "test.rolled-back", "sub_1", Map.of());
            change.setRollbackOnly();
        });
        assertThat(database.fetchCount(AUDIT_ENTRY, AUDIT_ENTRY.ACTION.eq("test.rolled-back")))
                .isZero();
    }

    private void record(String action) {
        var actor = house.operator().actor();
        transaction.executeWithoutResult(_ -> audit.record(actor, action, "sub_1", Map.of("a", 1)));
    }
}
