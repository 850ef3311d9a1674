// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.statement;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// An organisation's month in money (月度对账单).
///
/// @param isRunning the month is not over: the closing is what stands now
public record Statement(
        OrgId organisation, YearMonth month, boolean isRunning, Instant madeAt, List<StatementSection> sections) {}
