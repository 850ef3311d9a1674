// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.Fen;
import org.jspecify.annotations.Nullable;

/// What a job would take from the firm's vouchers if it were submitted now (试算). Nothing is set aside.
///
/// @param voucher the voucher that would be used, by earliest expiry, then earliest issue
/// @param remainingAfter what would be available on that voucher afterwards
public record Quote(@Nullable VoucherId voucher, Fen voucherPart, Fen ownPart, Fen remainingAfter) {}
