// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

class InMemoryLedgerStoreTest extends LedgerStoreContract {

    @Override
    protected LedgerStore emptyStore() {
        return new InMemoryLedgerStore();
    }
}
