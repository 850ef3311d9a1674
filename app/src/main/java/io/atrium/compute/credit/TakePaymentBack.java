// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.kernel.RequestKey;

/// The operator takes back a payment that was recorded by mistake.
public record TakePaymentBack(RequestKey key, CreditBillId bill, CreditPaymentId payment, String reason) {

    public static final int REASON_LENGTH_MAX = 500;
}
