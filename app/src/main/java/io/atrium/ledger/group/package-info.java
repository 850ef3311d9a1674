// SPDX-License-Identifier: Apache-2.0
/// Group commit (成组提交): the postings of many callers in one transaction, for callers that have no transaction of their
/// own. Start at [io.atrium.ledger.group.GroupCommit].
///
/// It decides nothing: the engine judges, the store locks and writes. Which door is for whom stands in
/// `docs/reference/ledger.md`, why it is built so in ADR 26.
@NullMarked
package io.atrium.ledger.group;

import org.jspecify.annotations.NullMarked;
