// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import io.atrium.engine.ledger.Status;

/// The answer to a list of postings: all of them are in the books, or none was added.
public sealed interface PostOutcome {

    /// Also for a repeat of what was posted before.
    record Posted() implements PostOutcome {}

    /// @param index which posting failed first
    record Refused(int index, Status status, Posting posting) implements PostOutcome {}
}
