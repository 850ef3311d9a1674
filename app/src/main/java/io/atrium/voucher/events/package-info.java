// SPDX-License-Identifier: Apache-2.0

/// What happened to vouchers, for whoever wants to know after it is committed.
@NamedInterface("events")
@NullMarked
package io.atrium.voucher.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
