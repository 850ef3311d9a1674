// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.quota;

import io.atrium.kernel.RequestKey;

/// Ends a request: the operator grants or declines it with a reason, or the firm withdraws it.
public record EndQuotaRequest(RequestKey key, QuotaRequestId request, QuotaRequestState end, String reason) {

    public EndQuotaRequest {
        if (end.isOpen()) {
            throw new IllegalArgumentException("not an end: " + end);
        }
    }
}
