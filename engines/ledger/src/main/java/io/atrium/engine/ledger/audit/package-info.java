// SPDX-License-Identifier: Apache-2.0
/// Proof of a ledger as it lies in its tables: the chain of seals over all transfers, and a recount that believes
/// nothing. Start at [io.atrium.engine.ledger.audit.Audit].
///
/// ```
/// transfers   1 … 40 │ 41 … 97 │ 98 … 120 │ 121 122
/// seals          1   ←    2    ←     3         (not sealed yet)
///             hash 3 = SHA-256(hash 2, number, positions, count, digest of 98, …, digest of 120)
/// ```
///
/// Whoever changes a transfer must change its seal and every later one, and anybody who noted the last hash sees it.
/// It shares neither types nor arithmetic with the posting path: rows that the engine would refuse must be readable
/// here, and a mistake there must not hide itself.
@NullMarked
package io.atrium.engine.ledger.audit;

import org.jspecify.annotations.NullMarked;
