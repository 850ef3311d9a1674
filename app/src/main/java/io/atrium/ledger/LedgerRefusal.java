// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import io.atrium.kernel.RefusalCode;

/// Why the ledger's own doors refuse, in order of precedence. Refused postings have the engine's statuses instead.
public enum LedgerRefusal implements RefusalCode {
    /// A credit line cannot be cut below what is in use.
    CREDIT_LIMIT_BELOW_USE(Kind.RULE);

    private final Kind kind;

    LedgerRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
