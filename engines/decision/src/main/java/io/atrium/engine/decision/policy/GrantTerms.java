// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import java.math.BigDecimal;

/// What a policy says about its vouchers: the pool that pays them and how they are used.
///
/// @param budgetYuan the yearly pool
/// @param deductShare the share of a list price that the voucher pays
/// @param validMonths how long a voucher lives
/// @param publicityWorkingDays how long the list is public (公示); 0 when it is granted on application
/// @param confirmWorkingDays how long the firm may confirm; 0 when it is granted on application
public record GrantTerms(
        BigDecimal budgetYuan,
        BigDecimal deductShare,
        int validMonths,
        int publicityWorkingDays,
        int confirmWorkingDays) {}
