// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.compute.account.JobAccounts.Split;
import java.time.LocalDate;

/// A period of a lease (租期): held before it begins, billed when it is over.
public record LeasePeriod(int number, LocalDate firstDay, LocalDate lastDay, Split held, boolean isSettled) {

    public long days() {
        return LeaseTerms.days(firstDay, lastDay);
    }
}
