// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.kernel.RequestKey;

/// A firm does without a budget again.
public record RemoveBudget(RequestKey key, BudgetId budget) {}
