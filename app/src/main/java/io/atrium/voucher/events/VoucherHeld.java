// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.events;

import io.atrium.kernel.Fen;
import io.atrium.voucher.VoucherId;
import java.time.Instant;

/// Part of a voucher was set aside for a job.
public record VoucherHeld(VoucherId voucher, String job, Fen amount, Instant at) {}
