// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import java.math.BigDecimal;

/// What a policy that is granted without application says about the grant itself.
///
/// @param budgetYuan the yearly pool
/// @param deductShare the share of a list price that the voucher pays
/// @param validMonths how long a voucher lives
/// @param publicityWorkingDays how long the list is public (公示)
/// @param confirmWorkingDays how long the firm may confirm
public record GrantTerms(
        BigDecimal budgetYuan,
        BigDecimal deductShare,
        int validMonths,
        int publicityWorkingDays,
        int confirmWorkingDays) {}
