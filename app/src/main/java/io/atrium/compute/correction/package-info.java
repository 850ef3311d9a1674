// SPDX-License-Identifier: Apache-2.0

/// Bills that were wrong (账单更正). A bill is never edited: [io.atrium.compute.correction.BillCorrections] takes back what
/// was
/// posted and posts what is right, and [io.atrium.compute.correction.PriceCorrections] does so for all that was billed
/// at
/// a wrong price, once a second person has agreed.
@NullMarked
package io.atrium.compute.correction;

import org.jspecify.annotations.NullMarked;
