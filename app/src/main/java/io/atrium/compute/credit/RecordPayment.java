// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import java.time.LocalDate;

/// The operator records what the bank shows as paid for a bill.
///
/// @param bankReference by which the bank's record is found again
public record RecordPayment(RequestKey key, CreditBillId bill, Fen amount, LocalDate paidOn, String bankReference) {

    public static final int REFERENCE_LENGTH_MAX = 60;
}
