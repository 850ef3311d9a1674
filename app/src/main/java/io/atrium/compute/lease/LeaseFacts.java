// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.company.Companies;
import io.atrium.company.FactSource;
import io.atrium.company.RecordFacts;
import io.atrium.company.RecordFacts.Entry;
import io.atrium.company.RecordOutcome;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.clock.BusinessClock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes what a contract says into the company file, so that policies on vouchers read it: its amount, the day of its
/// signature, its purpose, that it was ordered here, whether its parties are related, whether it is about compute
/// alone.
/// A later contract takes the place of an earlier one, which stays in the history of the file.
@Component
class LeaseFacts {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseFacts.class);

    private final Companies companies;
    private final BusinessClock clock;

    LeaseFacts(Companies companies, BusinessClock clock) {
        this.companies = companies;
        this.clock = clock;
    }

    /// Joins the transaction of the signature. A firm without a company file has nothing to write into.
    void signed(LeaseView lease, boolean isAffiliated, boolean isComputeOnly, boolean isDomestic) {
        var facts = List.of(
                entry(lease, "compute_contract_amount", lease.total().toString()),
                entry(lease, "compute_contract_signed_on", clock.today().toString()),
                entry(lease, "compute_supplier_affiliated", String.valueOf(isAffiliated)),
                entry(lease, "compute_only", String.valueOf(isComputeOnly)),
                entry(lease, "compute_use", lease.thing().purpose().fact()),
                entry(lease, "compute_on_city_platform", "true"),
                entry(lease, "compute_domestic", String.valueOf(isDomestic)));
        var outcome = companies.recordFacts(new RecordFacts(
                new RequestKey(lease.id() + ":facts"),
                SystemActors.of("compute"),
                FactSource.ATRIUM,
                lease.id().value(),
                clock.today(),
                facts));
        if (outcome instanceof RecordOutcome.Refused refused) {
            LOG.info("facts of {} were not written: {}", lease.id(), refused.code());
        }
    }

    private static Entry entry(LeaseView lease, String key, String value) {
        return new Entry(lease.firm(), key, null, value, null);
    }
}
