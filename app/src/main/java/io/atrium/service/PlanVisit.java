// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import java.time.LocalDate;

/// Plans a visit (制定走访计划); the firm is told.
public record PlanVisit(RequestKey key, OrgId firm, LocalDate day, String purpose) {

    public static final int PURPOSE_LENGTH_MAX = 200;
}
