// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;

/// Settles the voucher's part when a job has ended.
///
/// @param meteredListPrice what the job really cost at list price; zero frees all that was held
public record SettleJob(RequestKey key, String jobId, Fen meteredListPrice) {}
