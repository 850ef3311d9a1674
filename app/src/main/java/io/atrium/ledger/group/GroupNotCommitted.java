// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.group;

/// The database failed while a group was written. The group may be in the books or not: whoever sends the same
/// transfers again learns it, and nothing doubles.
public final class GroupNotCommitted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GroupNotCommitted(Throwable cause) {
        super("it is not known whether the postings were committed; send the same again", cause);
    }
}
