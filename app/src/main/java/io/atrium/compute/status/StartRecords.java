// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.status;

import io.atrium.compute.StartRecord;
import io.atrium.compute.store.StartStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of how often start estimates held; open to everybody, so of pools and never of firms.
@Component
public class StartRecords {

    /// What is counted.
    public static final Duration WINDOW = Duration.ofDays(30);

    private final StartStore starts;
    private final InstantSource clock;

    StartRecords(StartStore starts, InstantSource clock) {
        this.starts = starts;
        this.clock = clock;
    }

    /// By pool; real jobs before simulated ones.
    @Transactional(readOnly = true)
    public List<StartRecord> list() {
        return starts.records(clock.instant().minus(WINDOW)).stream()
                .filter(record -> record.told() >= StartRecord.CASES_MIN)
                .toList();
    }
}
