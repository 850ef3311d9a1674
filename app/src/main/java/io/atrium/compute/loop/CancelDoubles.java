// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.engine.Engines;
import io.atrium.compute.execution.slurm.SlurmEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes back jobs that a cluster holds twice: a submission that came through after another one had been sent.
@Component
class CancelDoubles {

    private static final Logger LOG = LoggerFactory.getLogger(CancelDoubles.class);

    private final Engines engines;

    CancelDoubles(Engines engines) {
        this.engines = engines;
    }

    void run() {
        engines.clusters().forEach(CancelDoubles::of);
    }

    private static void of(SlurmEngine engine) {
        int cancelled = engine.cancelDoubles();
        if (cancelled > 0) {
            LOG.warn("{} jobs were there twice on {}; the later ones were cancelled", cancelled, engine.name());
        }
    }
}
