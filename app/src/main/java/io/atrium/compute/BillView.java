// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A bill (账单): one for each job, as it stands now. List price = voucher part + own part, to the fen.
///
/// @param corrections how many times it was corrected after it had been issued
/// @param listPriceIssued what it said then
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
        int corrections,
        Fen listPriceIssued) {

    public boolean isCorrected() {
        return corrections > 0;
    }
}
