// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A bill (账单): one for each job and for each period of a lease, as it stands now. List price = voucher part + own
/// part, to the fen.
///
/// @param corrections how many times it was corrected after it had been issued
/// @param listPriceIssued what it said then
/// @param share the part of a GPU that its job took (分卡); a whole one for all others
/// @param isSimulated of the demo's simulation: in no list and no sum, and nobody owes it
public record BillView(
        BillId id,
        Subject subject,
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
        Fen listPriceIssued,
        boolean isSimulated,
        GpuShare share) {

    /// What is billed: a job, or a period of a lease.
    public record Subject(@Nullable JobId job, @Nullable String lease, int period) {

        public static Subject of(JobId job) {
            return new Subject(job, null, 0);
        }

        public boolean isLease() {
            return lease != null;
        }

        /// By what it goes in the ledger and at vouchers.
        public JobId reference() {
            return job != null ? job : new JobId(lease + "." + period);
        }

        public String href() {
            return job != null ? "/jobs/" + job : "/leases/" + lease;
        }
    }

    public boolean isCorrected() {
        return corrections > 0;
    }
}
