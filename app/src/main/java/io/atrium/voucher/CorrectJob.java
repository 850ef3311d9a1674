// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import io.atrium.ledger.AccountCode;

/// Bills a settled job anew: the voucher gets back what it paid, then pays its part of the right price.
///
/// @param listPrice what the job costs by the correction
/// @param receivable the provider's account, which gives back and is paid again
public record CorrectJob(RequestKey key, String jobId, Fen listPrice, AccountCode receivable) {}
