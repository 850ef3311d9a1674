// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event on its way from one module to another (事件投递).
///
/// @param event what happened, as the type is called: `VoucherIssued`
/// @param listener who is told: `voucher.VoucherNotices.tell`
public record DeliveryView(
        UUID id,
        String event,
        String listener,
        WorkState state,
        Instant since,
        int attempts,
        @Nullable String reason) {}
