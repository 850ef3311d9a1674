// SPDX-License-Identifier: Apache-2.0
/// A double-entry posting engine: who owes whom how many fen and how many GPU-milliseconds, and what is held.
///
/// Start at [Books]. It takes a batch of [Transfer]s and answers one [Status] for each.
///
/// ```
/// var books = new Books(new InMemoryLedgerStore());
/// books.open(Account.opened(budget, Asset.CNY_FEN, AccountRule.FREE));
/// books.open(Account.opened(voucher, Asset.CNY_FEN, AccountRule.debitsWithinCredits(0)));
/// books.post(List.of(Transfer.post(id, new Entry(budget, voucher, 50_000), memo)), now);   // [APPLIED]
/// ```
///
/// **The model.** An [Account] has one [Asset], one [AccountRule] and four columns that only this engine moves:
/// debits and credits, each pending (held, 冻结) and posted (记账). A transfer debits one
/// account and credits another by the same number, so the sums of both sides agree at all times.
///
/// ```
///            hold 800                    capture 500                  release
/// debit side   debits_pending  +800        -800                        -800
///              debits_posted               +500
/// credit side  credits_pending +800        -800                        -800
///              credits_posted              +500     (300 are free again)
/// ```
///
/// **What is promised.**
/// - Limits are checked against what is available (posted less held), never against the raw balance.
/// - A hold that was granted can be captured until it expires, whatever happens to the account meanwhile.
/// - The same transfer twice gives [Status#EXISTS] and moves nothing; the same id with other content is refused.
/// - Linked transfers are applied all or not at all.
/// - The same input gives the same status: [Status] is written in order of precedence.
/// - [Books#prove()] recounts every column from the transfers alone.
///
/// **What it is not.** It knows no price, voucher, firm, user or currency conversion, reads no clock and keeps no
/// thread; it is as durable and as concurrent as the [LedgerStore] under it. A store must pass
/// `LedgerStoreContract` (in `src/contract/java`).
@NullMarked
package io.atrium.engine.ledger;

import org.jspecify.annotations.NullMarked;
