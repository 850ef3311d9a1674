// SPDX-License-Identifier: Apache-2.0

/// Disputed bills (账单异议): a firm says what is wrong, the provider answers by a day, both see the same record. Start at
/// [io.atrium.compute.dispute.Disputes].
@NullMarked
package io.atrium.compute.dispute;

import org.jspecify.annotations.NullMarked;
