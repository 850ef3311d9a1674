// SPDX-License-Identifier: Apache-2.0
/// Compute (算力): providers with their pools, nodes and prices; quotas; jobs from the estimate to the settlement; bills.
///
/// Start at [io.atrium.compute.Jobs]. Which job starts where is decided by the scheduler engine, what a job pays by
/// vouchers and the ledger, and how it runs by an [io.atrium.compute.execution.ExecutionEngine]; this module carries
/// their answers out, each step in one transaction that may be repeated after a crash.
@ApplicationModule(
        displayName = "Compute",
        allowedDependencies = {
            "kernel",
            "web",
            "identity",
            "company",
            "files",
            "files::pdf",
            "ledger",
            "notice",
            "voucher",
            "voucher::redemption"
        })
@NullMarked
package io.atrium.compute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
