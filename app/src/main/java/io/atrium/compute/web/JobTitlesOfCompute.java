// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.Jobs;
import io.atrium.voucher.JobTitles;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Tells vouchers how the jobs are called that use them.
@Component
class JobTitlesOfCompute implements JobTitles {

    private final Jobs jobs;

    JobTitlesOfCompute(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Map<String, String> of(Collection<String> ids) {
        return jobs.names(ids);
    }
}
