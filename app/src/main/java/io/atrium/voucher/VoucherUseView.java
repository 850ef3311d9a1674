// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.Fen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one job used of a voucher.
///
/// @param paid null until the job is settled
public record VoucherUseView(
        String job,
        Fen held,
        @Nullable Fen paid,
        Instant heldAt,
        @Nullable Instant settledAt) {}
