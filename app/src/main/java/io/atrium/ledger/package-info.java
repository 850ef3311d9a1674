// SPDX-License-Identifier: Apache-2.0

/// The ledger of the community (账本): accounts in fen and in GPU-milliseconds, transfers, holds, statements, proofs.
///
/// Start at [io.atrium.ledger.Ledger]. The posting rules are the engine's (`io.atrium.engine.ledger`); this module
/// keeps
/// its accounts in PostgreSQL, gives them readable codes and owners, and shows them.
///
/// It knows no voucher, job or policy: the modules that do open the accounts they need, under the codes of
/// `docs/reference/ledger.md`, and post between them. It never starts a transaction for a posting: a posting belongs to
/// the change that causes it.
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"kernel", "web", "identity"})
@NullMarked
package io.atrium.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
