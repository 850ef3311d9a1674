// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.JobView;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a step for each of several jobs. One that fails is told in the log and tried again in the next round; it does
/// not hold up the others.
final class EachJob {

    private static final Logger LOG = LoggerFactory.getLogger(EachJob.class);

    private EachJob() {}

    static void of(List<JobView> jobs, String step, Consumer<JobView> taken) {
        for (var job : jobs) {
            try {
                taken.accept(job);
            } catch (RuntimeException failure) {
                LOG.error("{} of {} failed; it is tried again", step, job.id(), failure);
            }
        }
    }
}
