// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import java.time.Instant;

/// One line that counts against budgets (预算明细): a bill, or what is held for a job or a period of a lease.
///
/// @param id of the bill, of the job, or of the period
/// @param subject the job or the lease
public record BudgetLine(Kind kind, String id, String subject, String name, String project, Instant at, Fen amount) {

    public enum Kind {
        BILLED,
        HELD
    }

    /// What it rests on: for those who may not read bills, the job or the lease.
    public String href(Actor reader) {
        if (kind == Kind.BILLED && reader.may(Permission.READ_BILL)) {
            return "/bills/" + id;
        }
        return (subject.startsWith("lse_") ? "/leases/" : "/jobs/") + subject;
    }
}
