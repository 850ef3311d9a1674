// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.Fen;
import org.jspecify.annotations.Nullable;

/// What became of a submission: the job, where it will run, and what is held.
public record Submitted(
        JobId job,
        String pool,
        Fen pricePerGpuHour,
        Fen listPrice,
        @Nullable String voucher,
        Fen voucherPart,
        Fen ownPart) {}
