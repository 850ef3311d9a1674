// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.kernel.RequestKey;
import io.atrium.web.Seen;

/// A firm changes a budget; its project stays.
public record ChangeBudget(RequestKey key, BudgetId budget, SetBudget.Terms terms, Seen seen) {}
