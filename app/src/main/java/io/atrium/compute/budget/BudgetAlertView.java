// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.kernel.Fen;
import java.time.Instant;
import java.time.YearMonth;

/// What was told of a budget, and how it stood then (预算提醒).
public record BudgetAlertView(YearMonth month, int threshold, Instant sentAt, Fen limit, Fen spent, Fen held) {}
