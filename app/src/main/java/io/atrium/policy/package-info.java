// SPDX-License-Identifier: Apache-2.0
/// What each firm is entitled to, and grants without application (免申即享).
///
/// Policy packages are published into the database word for word ([io.atrium.policy.Policies]); every policy is decided
/// for a firm whenever its facts change ([io.atrium.policy.Entitlements]); automatic ones go through list, publicity
/// and
/// confirmation until a voucher is issued ([io.atrium.policy.GrantLists], [io.atrium.policy.Grants]).
///
/// What needs an application is begun from what is known, coached, reviewed and paid
/// ([io.atrium.policy.Applications], [io.atrium.policy.ApplicationReviews], [io.atrium.policy.ApplicationAdvice]).
///
/// It judges by packages alone: no clause is written in Java. It keeps no facts (company) and no money (ledger).
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {
            "kernel",
            "web",
            "files",
            "files::pdf",
            "identity",
            "company",
            "company::events",
            "ledger",
            "notice",
            "voucher",
            "voucher::redemption"
        })
@NullMarked
package io.atrium.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
