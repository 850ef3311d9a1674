// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.RequestKey;

/// Calls a planned visit off (取消走访), with the reason; the firm is told.
public record CancelVisit(RequestKey key, VisitPlanId plan, String reason) {

    public static final int REASON_LENGTH_MAX = 500;
}
