// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.Jobs;
import io.atrium.compute.lease.Leases;
import io.atrium.voucher.JobTitles;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Tells vouchers how the jobs are called that use them.
@Component
class JobTitlesOfCompute implements JobTitles {

    private final Jobs jobs;
    private final Leases leases;

    JobTitlesOfCompute(Jobs jobs, Leases leases) {
        this.jobs = jobs;
        this.leases = leases;
    }

    @Override
    public Map<String, String> of(Collection<String> ids) {
        var names = new HashMap<>(jobs.names(ids));
        names.putAll(leases.namesOfPeriods(ids));
        return names;
    }
}
