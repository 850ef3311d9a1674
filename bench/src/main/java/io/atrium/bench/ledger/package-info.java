// SPDX-License-Identifier: Apache-2.0
/// Transfers per second of the ledger's two doors against a plain-SQL double-entry function, in one durable PostgreSQL
/// and one run. Start at [io.atrium.bench.ledger.LedgerBench].
@NullMarked
package io.atrium.bench.ledger;

import org.jspecify.annotations.NullMarked;
