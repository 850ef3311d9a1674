// SPDX-License-Identifier: Apache-2.0
/// Budgets of firms for compute (算力预算): how much a month may cost, for the whole firm or one of its projects, from
/// when on somebody is told, and what happens at the limit.
///
/// Start at [io.atrium.compute.budget.Budgets]; messages and stops stand in [io.atrium.compute.budget.BudgetWork]. What
/// counts is the list price, vouchers included: what is billed in the month, and what is held now for what is not
/// billed yet. A submission is weighed in the transaction that holds its price, one at a time for a firm, so that two
/// at once cannot both pass.
///
/// It moves no money and knows no credit line; a policy's budget is another thing (`io.atrium.policy`).
@NullMarked
package io.atrium.compute.budget;

import org.jspecify.annotations.NullMarked;
