// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.events;

import io.atrium.kernel.Fen;
import io.atrium.voucher.VoucherId;
import java.time.Instant;

/// A voucher's validity ended; what no job had set aside went back to its budget.
public record VoucherExpired(VoucherId voucher, Fen returned, Instant at) {}
