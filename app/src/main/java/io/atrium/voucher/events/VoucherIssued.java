// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.events;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.voucher.VoucherId;
import java.time.Instant;

/// A firm has a new voucher.
public record VoucherIssued(VoucherId voucher, OrgId firm, String policy, Fen amount, Instant at) {}
