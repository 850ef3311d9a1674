// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

/// The term ended before the transaction did: nothing of it may be kept.
public final class LeadLost extends RuntimeException {

    LeadLost(Term term) {
        super("the term " + term.token() + " of " + term.node() + " is over", null, false, false);
    }
}
