// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.kernel.Fen;
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

    public String href() {
        if (kind == Kind.BILLED) {
            return "/bills/" + id;
        }
        return (subject.startsWith("lse_") ? "/leases/" : "/jobs/") + subject;
    }
}
