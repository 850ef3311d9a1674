// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How idle GPUs are lent beyond quotas, and asked back (`atrium.compute.lending.*`). No published rule was found that
/// names these numbers: all are assumed, and each place sets its own.
///
/// @param enabled whether anything is lent
/// @param grace from being told to stop until being ended by force
/// @param ranMin a run is left alone until it has run this long
/// @param perJobAnHourMax how often within an hour a job may be interrupted
/// @param perRoundMax how many jobs one scheduling round, each second, may interrupt
/// @param checkpointMib what a job may keep in its checkpoint folder on a node's machine
@ConfigurationProperties("atrium.compute.lending")
public record LendingSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("30s") Duration grace,
        @DefaultValue("10m") Duration ranMin,
        @DefaultValue("2") int perJobAnHourMax,
        @DefaultValue("8") int perRoundMax,
        @DefaultValue("1024") long checkpointMib) {}
