// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.account;

import io.atrium.compute.JobView;
import io.atrium.compute.Metering;
import io.atrium.compute.account.JobAccounts.Parties;
import io.atrium.compute.account.JobAccounts.Split;
import org.springframework.stereotype.Component;

/// Settles a job in the book in which it was held: the real one, or that of the simulation.
@Component
public class JobBooks {

    private final JobAccounts accounts;
    private final SimulatedAccounts simulated;

    JobBooks(JobAccounts accounts, SimulatedAccounts simulated) {
        this.accounts = accounts;
        this.simulated = simulated;
    }

    public Split settle(JobView job, Metering metered) {
        var parties = new Parties(job.id(), job.firm(), job.provider());
        if (job.isSimulated()) {
            return simulated.settle(parties, metered);
        }
        var held = job.held();
        return accounts.settle(parties, new Split(held.voucher(), held.voucherPart(), held.ownPart()), metered);
    }
}
