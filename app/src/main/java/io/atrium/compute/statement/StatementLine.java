// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.statement;

import io.atrium.compute.lease.LeaseId;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.EntryView;
import io.atrium.ledger.Standing;

/// One line of a statement (对账单行), and what stood in the section after it.
///
/// @param name of the job that the line belongs to; else its purpose's reference, as the ledger keeps it
public record StatementLine(LineKind kind, AccountCode account, EntryView entry, String name, Standing after) {

    public boolean isOfLease() {
        return LeaseId.ofPeriod(entry.reference()) != null;
    }

    public boolean isOfJob() {
        return entry.reference().startsWith("job_");
    }
}
