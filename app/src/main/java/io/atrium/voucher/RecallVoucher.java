// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;

/// The grant behind a voucher was taken back.
public record RecallVoucher(RequestKey key, Actor by, VoucherId voucher) {}
