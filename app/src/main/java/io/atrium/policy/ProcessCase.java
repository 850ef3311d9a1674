// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Cases of one policy that took the same course (办结案件): what is measured of them.
///
/// @param begun the day on which the firm submitted, or on which the list was drawn up
/// @param decided the day of the decision; for grants the day of the voucher
/// @param fulfilled the day of voucher, payment or title; null while it is open, or when it was rejected
/// @param steps acts of the firm that were needed: submitting, completing, confirming
/// @param uploaded papers uploaded for this application
/// @param kept papers taken from the firm's store
/// @param cases how many there are
/// @param byList granted without application
public record ProcessCase(
        PolicyId policy,
        LocalDate begun,
        LocalDate decided,
        @Nullable LocalDate fulfilled,
        int steps,
        int uploaded,
        int kept,
        int cases,
        boolean byList) {}
