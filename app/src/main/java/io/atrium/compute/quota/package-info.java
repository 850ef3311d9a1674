// SPDX-License-Identifier: Apache-2.0

/// Changing a quota (配额变更): a firm asks, the operator decides by a date, and the change takes effect at once. Start at
/// [io.atrium.compute.quota.QuotaRequests].
@NullMarked
package io.atrium.compute.quota;

import org.jspecify.annotations.NullMarked;
