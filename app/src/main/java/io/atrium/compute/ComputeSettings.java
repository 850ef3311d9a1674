// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of compute (prefix `atrium.compute`). The defaults are assumptions of this product, not a policy's rule.
///
/// @param gpusAtOnce GPUs that a firm may use at the same time
/// @param gpuHoursGranted GPU time that a firm is granted when it first asks for compute
/// @param creditLineYuan how much a firm may use first and pay later (先用后付)
/// @param waitingPerFirmMax jobs that a firm may have unfinished; the queue is everybody's
/// @param runsAtOnce runs that this machine carries at the same time
/// @param runMemoryMib memory of a run on this machine
/// @param runCpu processor time of a run on this machine
/// @param corpusDocuments documents that the workload clean-corpus generates and cleans
/// @param shareHalfLife after how long what a firm used counts half against its fair share
@ConfigurationProperties("atrium.compute")
public record ComputeSettings(
        @DefaultValue("1024") int gpusAtOnce,
        @DefaultValue("100000") long gpuHoursGranted,
        @DefaultValue("200000") BigDecimal creditLineYuan,
        @DefaultValue("200") int waitingPerFirmMax,
        @DefaultValue("4") int runsAtOnce,
        @DefaultValue("1024") long runMemoryMib,
        @DefaultValue("5m") Duration runCpu,
        @DefaultValue("30000") int corpusDocuments,
        @DefaultValue("7d") Duration shareHalfLife) {

    public Fen creditLine() {
        return Fen.ofYuan(creditLineYuan);
    }

    public GpuMillis gpuTimeGranted() {
        return GpuMillis.of(1, Duration.ofHours(gpuHoursGranted));
    }
}
