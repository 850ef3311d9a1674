// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.domain;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.voucher.VoucherId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one job uses: the hold at its submission, the settlement at its end.
///
/// @param source the voucher and its hold; null when the firm pays all
/// @param settled null until the job has ended
public record VoucherUse(
        String job,
        OrgId firm,
        @Nullable Source source,
        Fen listPrice,
        Fen held,
        Instant heldAt,
        @Nullable Settled settled) {

    /// Which voucher, and which transfer holds its part.
    public record Source(VoucherId voucher, UUID holdTransfer) {}

    /// How it ended.
    public record Settled(Fen metered, Fen paid, Instant at) {
        public Fen ownPart() {
            return metered.minus(paid);
        }
    }

    public @Nullable VoucherId voucher() {
        return source == null ? null : source.voucher();
    }

    public VoucherUse settle(Fen metered, Fen paid, Instant at) {
        return new VoucherUse(job, firm, source, listPrice, held, heldAt, new Settled(metered, paid, at));
    }
}
