// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;

/// Sums over bills. List price = voucher part + own part here too.
public record BillTotals(Fen listPrice, Fen voucherPart, Fen ownPart, GpuMillis gpuTime) {}
