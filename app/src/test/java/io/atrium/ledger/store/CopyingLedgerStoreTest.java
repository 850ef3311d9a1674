// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import io.atrium.engine.ledger.LedgerStore;
import org.jooq.DSLContext;

/// The store as it writes large groups: everything by COPY.
class CopyingLedgerStoreTest extends SqlLedgerStoreTest {

    @Override
    LedgerStore over(DSLContext connection) {
        return LedgerDatabase.copyingStore(connection);
    }
}
