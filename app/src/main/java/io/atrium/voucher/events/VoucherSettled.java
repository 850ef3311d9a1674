// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.events;

import io.atrium.kernel.Fen;
import io.atrium.voucher.VoucherId;
import java.time.Instant;

/// A job ended and the voucher paid its part; what was set aside beyond it is free again.
public record VoucherSettled(VoucherId voucher, String job, Fen paid, Fen remaining, Instant at) {}
