// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A bill (账单): one for each job. List price = voucher part + own part, to the fen.
///
/// @param isSimulated of the demo's simulation: in no list and no sum, and nobody owes it
public record BillView(
        BillId id,
        JobId job,
        String jobName,
        OrgId firm,
        OrgId provider,
        String pool,
        Instant issuedAt,
        GpuMillis gpuTime,
        Fen pricePerGpuHour,
        Fen listPrice,
        @Nullable String voucher,
        Fen voucherPart,
        Fen ownPart,
        boolean isSimulated) {}
